import { expect, test } from 'vitest';
import { parseFragment, parseInside } from '../../src/html/parse-fragment.js';
import { writeHtml } from '../../src/html/write-html.js';
import { growth } from '../helpers/growth.js';
import { UNTIMED } from '../helpers/untimed.js';

/** What Nokogiri 1.13.10 with libxml2 2.9.14 makes of these fragments. */
const cases: readonly (readonly [behaviour: string, input: string, expected: string])[] = [
  ['keeps what it understands', '<p class="a">text <b>bold</b></p>', '<p class="a">text <b>bold</b></p>'],
  ['closes what stays open', '<div><p>un<b>closed', '<div><p>un<b>closed</b></p></div>'],
  ['ends a paragraph before a block', '<p>in<div>div</div>', '<p>in</p><div>div</div>'],
  ['ends emphasis before a paragraph, unlike browsers', '<b>a<p>b</p>', '<b>a</b><p>b</p>'],
  [
    'keeps elements of HTML 5, which it does not know',
    '<section><header>h</header></section><custom-tag>x</custom-tag>',
    '<section><header>h</header></section><custom-tag>x</custom-tag>',
  ],
  [
    'implies no body of a table',
    '<table><tr><td>a<td>b</table>',
    '<table><tr>\n<td>a</td>\n<td>b</td>\n</tr></table>',
  ],
  [
    'puts line ends between block elements',
    '<div><p>a</p><p>b</p></div>',
    '<div>\n<p>a</p>\n<p>b</p>\n</div>',
  ],
  [
    'puts no line end beside text or in a paragraph',
    '<div>a<p>b</p></div><pre><div>a</div><div>b</div></pre>',
    '<div>a<p>b</p>\n</div><pre><div>a</div><div>b</div></pre>',
  ],
  ['writes empty elements without an end', '<br/><hr><img src=a.png /></br>', '<br><hr><img src="a.png">'],
  ['writes an empty list item without its end', '<ul><li></li><li>a</ul>', '<ul>\n<li>\n<li>a</li>\n</ul>'],
  ['drops end tags without a start', 'a</div></p>b', 'ab'],
  [
    'lets an end tag reach no further than its rank',
    '<table><tr><td><p>a</div></p></table>',
    '<table><tr><td><p>a</p></td></tr></table>',
  ],
  [
    'drops a second html, head and body with their ends',
    '<html><head><title>t</title></head>a</html>b',
    '<title>t</title>ab',
  ],
  ['keeps the body where a line begins with it', '\n<body class=x>a</body>', '<body>\na</body>'],
  ['drops what comes behind the body', 'a</body>b<p>c', 'a'],
  ['drops a document type', '<!DOCTYPE html>a', 'a'],
  [
    'keeps comments and processing instructions',
    '<!-- a --><?php x ?><?y><!---->',
    '<!-- a --><?php x ?><?y><!---->',
  ],
  ['drops all behind an unfinished comment', 'a<!-- b <p>c', 'a'],
  ['ends a comment at --!>', '<!-- a --!>b', '<!-- a -->b'],
  [
    'keeps scripts and styles as they are',
    "<script>if (a < b && c) '</b>'</script><style>a > b</style>",
    "<script>if (a < b && c) '</b>'</script><style>a > b</style>",
  ],
  [
    'reads references with a semicolon, numbers without one, too',
    '&amp; &copy; &copy &#169; &#xA9 &unknown; & &nbsp;',
    '&amp; © &amp;copy © © &amp;unknown; &amp;  ',
  ],
  ['drops numbers that are no character', 'a&#0;b&#x110000;c&#;d', 'abcd'],
  ['escapes angle brackets and ampersands alone', '" \' < > & <3 ü', '" \' &lt; &gt; &amp; &lt;3 ü'],
  [
    'writes attributes in double quotes where it can',
    "<a title=x data-a='\"' data-b=\"'\" data-c='\"&#39;'>a</a>",
    '<a title="x" data-a=\'"\' data-b="\'" data-c="&quot;\'">a</a>',
  ],
  [
    'writes some attributes by name alone',
    "<input disabled checked=yes hidden alt=''>",
    '<input disabled checked hidden alt="">',
  ],
  [
    'escapes addresses byte by byte',
    '<a href=" /ü x[1]?a=1&b=2" name="n m" title="ü x">a</a>',
    '<a href="/%C3%BC%20x%5B1%5D?a=1&amp;b=2" name="n%20m" title="ü x">a</a>',
  ],
  ['keeps the first of attributes of one name, and names in lower case', '<P ID=a id=b>x', '<p id="a">x</p>'],
  ['skips what is no attribute', '<p @click="a" {{ x }} id=b>x</p>', '<p x id="b">x</p>'],
  ['ends an attribute at a number that is no character', "<p id='a&#0;b'>x", '<p id="a">x</p>'],
  [
    'keeps what a server fills in',
    '<p title="&{a<b} <!-- < --> < &{">x</p>',
    '<p title="&{a<b} <!-- < --> &lt; &amp;{">x</p>',
  ],
  [
    'puts attributes with a colon last in what stands in no element',
    '<svg xlink:href="#a" id="b"><use xlink:href="#a" id="b"/></svg>',
    '<svg id="b" xlink:href="#a"><use xlink:href="#a" id="b"></use></svg>',
  ],
  ['drops what stands before the colon of an element', '<a:b>x</a:b>', '<b>x</b>'],
  ['keeps white space and carriage returns', '\n a\r\n <p> b </p> ', '\n a\r\n <p> b </p> '],
  ['drops control characters and keeps others', 'a\u0001bc', 'abc'],
  ['takes an unfinished tag for an empty element', 'a<p id=x', 'a<p id="x"></p>'],
];

const rewrite = (text: string): string => writeHtml(parseFragment(text));

test.each(cases)('%s', (_, input, expected) => {
  expect(rewrite(input)).toBe(expected);
});

test('stops reading where elements are nested too deeply', () => {
  const deepest = 255;
  const open = '<span>'.repeat(deepest);
  const close = '</span>'.repeat(deepest);
  expect(rewrite(`${open}a`)).toBe(`${open}a${close}`);
  expect(rewrite(`${open}a<b>c`)).toBe(`${open}a${close}`);
});

test('parses what is to stand in an element as part of it, in a fragment as a fragment', () => {
  const fragment = parseFragment('<p>a</p>');
  const [paragraph] = fragment.children;
  const text = 'a</body>b';
  expect(parseInside(fragment, text).map((node) => node.kind === 'text' && node.value)).toEqual(['a']);
  expect(parseInside(paragraph as never, text)).toHaveLength(1);
});

test.each([
  ['start tags', '<a '],
  ['comments', '<!--'],
  ['references', '&#'],
  ['scripts', '<script>'],
  ['attributes that are filled in', `<p x="${'&{<!--'.repeat(1000)}">`],
  ['end tags', '</'],
  ['processing instructions', '<?a'],
])('reads many unfinished %s in linear time', UNTIMED, (_, piece) => {
  const read = (size: number): string => rewrite(piece.repeat(Math.ceil(size / piece.length)));
  expect(growth(read, 400_000)).toBeLessThan(8);
});
