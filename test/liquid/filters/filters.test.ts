import { describe, expect, test } from 'vitest';
import { ClockTime } from '../../../src/liquid/clock-time.js';
import { EMPTY } from '../../../src/liquid/run/method-literal.js';
import { inspect } from '../../../src/ruby/inspect.js';
import { RubyDate } from '../../../src/ruby/time/date.js';
import { RubyFloat, type Value } from '../../../src/ruby/value.js';
import { type Asked, applyFilter, NOW } from './apply-filter.js';

function hash(values: Readonly<Record<string, Value>>): Value {
  return new Map<Value, Value>(Object.entries(values));
}

const POSTS: Value[] = [
  hash({ title: 'b', tags: ['x', 'y'], order: '10' }),
  hash({ title: 'A', tags: 'x', order: 9, seo: hash({ type: 'News' }) }),
  hash({ title: null, tags: [] }),
];

/** Titles of a list of posts. */
function titles(value: Value): string {
  return inspect(applyFilter('map', value, ['title']));
}

describe('numbers', () => {
  test.each<[string, Value, Value[], string]>([
    ['plus', 0.1, [0.2], '0.3'],
    ['divided_by', 7, [2], '3'],
    ['divided_by', -7, [2], '-4'],
    ['divided_by', new RubyFloat(7), [2], '3.5'],
    ['divided_by', 1, [new RubyFloat(0)], 'Infinity'],
    ['modulo', -7, [3], '2'],
    ['times', '3.5', ['2'], '7.0'],
    ['times', 9007199254740991, [9], '81064793292668919'],
    ['round', 2.675, [2], '2.68'],
    ['round', -2.5, [], '-3'],
    ['round', 1234.5, [-2], '1200'],
    ['ceil', '1.2', [], '2'],
    ['abs', '12 apples', [], '12'],
    ['at_most', null, [-1], '-1'],
    ['to_integer', '3 apples', [], '3'],
  ])('%s of %s', (name, input, args, expected) => {
    expect(inspect(applyFilter(name, input, args))).toBe(expected);
  });

  test('division of Integers by zero is an error', () => {
    expect(() => applyFilter('divided_by', 1, [0])).toThrow('divided by 0');
    expect(() => applyFilter('modulo', 1.5, [0])).toThrow('divided by 0');
  });
});

describe('text', () => {
  test.each<[string, Value, Value[], string]>([
    ['split', ' a  b\n', [' '], '["a", "b"]'],
    ['split', 'a,b,,', [','], '["a", "b"]'],
    ['split', '😀b', [''], '["😀", "b"]'],
    ['slice', '😀bc', [-2, 5], '"bc"'],
    ['slice', 'abc', [4], '""'],
    ['truncate', 'abcdef', [2], '"..."'],
    ['truncate', '😀'.repeat(5), [4, '…'], '"😀😀😀…"'],
    ['truncatewords', 'a  b c', [0], '"a..."'],
    ['truncatewords', 'a  b', [3], '"a  b"'],
    ['replace', 'a.b', ['.', '\\0-'], '"a.-b"'],
    ['capitalize', 'ßa ÉB', [], '"Ssa éb"'],
    ['escape', `<a href="x">'&`, [], '"&lt;a href=&quot;x&quot;&gt;&#39;&amp;"'],
    ['escape_once', '&lt; & <', [], '"&lt; &amp; &lt;"'],
    ['strip_html', 'a<script>b</script><!-- c --><p\n>d', [], '"ad"'],
    ['size', 12, [], '8'],
    ['size', 1.5, [], '0'],
    ['number_of_words', '你好 a b', ['auto'], '4'],
    ['array_to_sentence_string', ['a', 'b', 'c'], ['or'], '"a, b, or c"'],
    ['normalize_whitespace', '\u00a0 a \n b ', [], '"\u00a0 a b"'],
    ['inspect', 'a"b', [], '"&quot;a\\\\&quot;b&quot;"'],
  ])('%s of %s', (name, input, args, expected) => {
    expect(inspect(applyFilter(name, input, args))).toBe(expected);
  });

  test('numbers of characters must be whole', () => {
    expect(() => applyFilter('truncate', 'abc', [new RubyFloat(2)])).toThrow('invalid integer');
    expect(applyFilter('truncate', 'abcdefgh', ['0x5'])).toBe('ab...');
  });
});

describe('lists', () => {
  test('where compares texts, and looks into arrays', () => {
    expect(titles(applyFilter('where', POSTS, ['tags', 'x']))).toBe('["b", "A"]');
    expect(titles(applyFilter('where', POSTS, ['order', 10]))).toBe('["b"]');
    expect(titles(applyFilter('where', POSTS, ['seo.type', 'News']))).toBe('["A"]');
    expect(titles(applyFilter('where', POSTS, ['title', null]))).toBe('[nil]');
    expect(titles(applyFilter('where', POSTS, ['tags', EMPTY]))).toBe('[nil]');
  });

  test('sort takes texts that look like numbers for numbers, and puts nil first or last', () => {
    expect(titles(applyFilter('sort', POSTS, ['order']))).toBe('[nil, "A", "b"]');
    expect(titles(applyFilter('sort', POSTS, ['order', 'last']))).toBe('["A", "b", nil]');
  });

  test('sort fails on values without an order', () => {
    expect(() => applyFilter('sort', [1, 'a'])).toThrow('comparison of Integer with String failed');
    expect(() => applyFilter('sort', null)).toThrow('Cannot sort a null object.');
    expect(() => applyFilter('sort', POSTS, ['title', 'x'])).toThrow("Invalid nils order: 'x'");
  });

  test('group_by names groups by text', () => {
    const groups = applyFilter('group_by', POSTS, ['order']);
    expect(inspect(applyFilter('map', groups, ['name']))).toBe('["10", "9", ""]');
    expect(inspect(applyFilter('map', groups, ['size']))).toBe('[1, 1, 1]');
  });

  test('uniq tells 1 from 1.0, and finds equal arrays', () => {
    expect(
      inspect(applyFilter('uniq', [1, new RubyFloat(1), '1', 1, hash({ a: [1] }), hash({ a: [1] })])),
    ).toBe('[1, 1.0, "1", {"a"=>[1]}]');
  });

  test('map asks numbers and texts too, as Ruby does, and refuses arrays', () => {
    expect(inspect(applyFilter('map', ['abc', null], ['b']))).toBe('["b", nil]');
    expect(() => applyFilter('map', [1], ['b'])).toThrow("cannot select the property 'b'");
  });

  /** What a call offers to keep, by name, with the values of the template that it goes by. */
  function offered(name: string, ...args: string[]): string[] {
    const asked: Asked = { keys: [], memos: [] };
    const page = hash({ title: 'b', tags: ['x'], size: 2 });
    applyFilter(name, POSTS, args, { page, mark: 'b', site: hash({ title: 'S' }) }, asked);
    return asked.memos.filter((key) => !key.startsWith('names')).map((key) => key.replaceAll('\0', ' '));
  }

  test('what comes of a list is offered to be kept, with what it reads besides the items', () => {
    expect(offered('where', 'title', 'b')).toEqual(['where title']);
    const ofItems = "item.title == 'b' and item.order > 1";
    expect(offered('where_exp', 'item', ofItems)).toEqual([`where_exp item ${ofItems}`]);
    const year = "item.date | date: '%Y'";
    expect(offered('group_by_exp', 'item', year)).toEqual([`group_by_exp item ${year}`]);
    expect(offered('where_exp', 'item', 'item.title != page.title').at(-1)).toBe(
      'where_exp item item.title != page.title [["page.title","b"]]',
    );
    expect(offered('where_exp', 'item', 'item.order > page.size or item.title == site.title').at(-1)).toBe(
      'where_exp item item.order > page.size or item.title == site.title [["page.size",2],["site.title","S"]]',
    );
    expect(offered('group_by_exp', 'item', 'item.title | remove: mark').at(-1)).toBe(
      'group_by_exp item item.title | remove: mark [["mark","b"]]',
    );
  });

  test('items that are equal to a text are looked up, whatever the text', () => {
    expect(offered('where_exp', 'item', 'item.seo.type == page.title')).toEqual(['equal item item.seo.type']);
    expect(offered('where_exp', 'item', 'page.title==item.title')).toEqual(['equal item item.title']);
    expect(titles(applyFilter('where_exp', POSTS, ['item', 'item.title == mark'], { mark: 'b' }))).toBe(
      inspect([]),
    );
  });

  test.each([
    ['item.tags == page.tags', 'a list'],
    ['item.title == item[key]', 'a key'],
    ['item.title | append: page.title', 'the page, which a filter may look at, too'],
    ['item.order == (mark..3)', 'a range'],
    ['item.title | slugify: mode: mark', 'arguments with names'],
    ['item.title == page and page.title', 'an object and what is in it'],
    ['item.title | sample', 'chance'],
  ])('%s is not kept: %s', (expression) => {
    expect(offered('group_by_exp', 'item', expression)).toEqual([]);
  });
});

describe('dates', () => {
  test.each<[string, Value, Value[], string]>([
    ['date', '2024-02-30', ['%F'], '"2024-03-01"'],
    ['date', '03/25/2024', ['%F'], '"03/25/2024"'],
    ['date', 'now', ['%Y'], '"2023"'],
    ['date', null, ['%Y'], 'nil'],
    ['date', new RubyDate(2024, 1, 31), [''], '#<Date: 2024-01-31 ((2460341j,0s,0n),+0s,2299161j)>'],
    ['date_to_string', new RubyDate(2024, 1, 1), ['ordinal', 'US'], '"Jan 1st, 2024"'],
    ['date_to_long_string', new RubyDate(2024, 1, 12), ['ordinal'], '"12th January 2024"'],
  ])('%s of %s', (name, input, args, expected) => {
    expect(inspect(applyFilter(name, input, args))).toBe(expected);
  });

  test('what is no date fails in the filters of Jekyll', () => {
    expect(() => applyFilter('date_to_xmlschema', 'x')).toThrow(
      `Invalid Date: '"x"' is not a valid datetime.`,
    );
    expect(applyFilter('date_to_xmlschema', '')).toBe('');
  });

  test('the present is recorded in the form in which it is seen', () => {
    const asked: Asked = { keys: [], memos: [] };
    applyFilter('date', 'now', ['%Y'], {}, asked);
    applyFilter('date', new ClockTime(NOW, () => asked.keys.push('time')), ['%B'], {}, asked);
    applyFilter('date_to_xmlschema', new ClockTime(NOW, () => asked.keys.push('time')), [], {}, asked);
    applyFilter('date', '2024-01-01', ['%F'], {}, asked);
    expect(asked.keys).toEqual(['time:%Y', 'time:%B', 'time:%Y-%m-%dT%H:%M:%S%:z']);
  });
});

describe('links', () => {
  const SITE = { url: 'https://example.com', baseurl: '/blog' };

  test.each<[string, Value, string]>([
    ['relative_url', 'a b.css', '"/blog/a%20b.css"'],
    ['relative_url', '/posts/', '"/blog/posts/"'],
    ['relative_url', '../a/./b', '"/a/b"'],
    ['relative_url', '', '"/blog"'],
    ['relative_url', null, 'nil'],
    ['relative_url', 'http://x.org/a b', '"http://x.org/a b"'],
    ['absolute_url', '/é/', '"https://example.com/blog/%C3%A9/"'],
    ['absolute_url', '/posts/1.html', '"https://example.com/blog/posts/1.html"'],
    ['strip_index', '/a/index.html', '"/a/"'],
    ['cgi_escape', 'salt; 1/2 tsp?', '"salt%3B+1%2F2+tsp%3F"'],
    ['uri_escape', 'salt, 1/2 \\tsp?', '"salt,%201/2%20%5Ctsp?"'],
  ])('%s of %s', (name, input, expected) => {
    expect(inspect(applyFilter(name, input, [], SITE))).toBe(expected);
  });

  test('without an address, absolute links are relative to the host', () => {
    expect(applyFilter('absolute_url', '/a', [], { baseurl: '/blog/' })).toBe('/blog/a');
  });

  test('only a text is escaped', () => {
    expect(() => applyFilter('cgi_escape', null)).toThrow('no implicit conversion of nil into String');
  });

  test('what is no link fails', () => {
    expect(() => applyFilter('relative_url', 'http://a b/')).toThrow("Invalid character in host: 'a b'");
  });
});

describe('slugs', () => {
  test('what is no text fails at what the mode would do first', () => {
    expect(() => applyFilter('slugify', 3)).toThrow("undefined method `gsub' for 3:Integer");
    expect(() => applyFilter('slugify', 3, ['none'])).toThrow("undefined method `downcase' for 3:Integer");
  });
});

describe('sample', () => {
  const LIST = ['a', 'b', 'c'];

  test('takes one item unless a number says otherwise', () => {
    expect(LIST).toContain(applyFilter('sample', LIST));
    expect(LIST).toContain(applyFilter('sample', LIST, [1]));
    expect(LIST).toContain(applyFilter('sample', LIST, ['many']));
    expect(LIST).toContain(applyFilter('sample', LIST, [[]]));
    expect(applyFilter('sample', [])).toBeNull();
  });

  test('takes so many different items, no more than there are', () => {
    const two = applyFilter('sample', LIST, [2]) as Value[];
    expect(new Set(two).size).toBe(2);
    expect(LIST).toEqual(expect.arrayContaining(two));
    expect((applyFilter('sample', LIST, [9]) as Value[]).toSorted()).toEqual(LIST);
    expect(applyFilter('sample', LIST, [0])).toEqual([]);
  });

  test('hands back what is no list, and records that chance has a say only for lists', () => {
    const asked: Asked = { keys: [], memos: [] };
    expect(applyFilter('sample', 'text', [], {}, asked)).toBe('text');
    expect(asked.keys).toEqual([]);
    applyFilter('sample', LIST, [], {}, asked);
    expect(asked.keys).toEqual(['random']);
  });
});
