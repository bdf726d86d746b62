import { describe, expect, test } from 'vitest';
import { createCommonMark } from '../../src/markdown/index.js';
import type { Value } from '../../src/ruby/value.js';

const make = (options: Value[], extensions: Value[]) =>
  createCommonMark(
    new Map<Value, Value>([
      ['options', options],
      ['extensions', extensions],
    ]),
    null,
  );

describe('CommonMark', () => {
  test('omits HTML unless told otherwise', () => {
    expect(make([], []).render('a <b>c</b>')).toBe(
      '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n',
    );
    expect(make(['unsafe'], ['tagfilter']).render('a <b>c</b> <script>')).toBe(
      '<p>a <b>c</b> &lt;script></p>\n',
    );
  });

  test('breaks lines as asked', () => {
    expect(make(['HARDBREAKS'], []).render('a\nb')).toBe('<p>a<br />\nb</p>\n');
    expect(make(['NOBREAKS'], []).render('a\nb')).toBe('<p>a b</p>\n');
  });

  test('knows tables, tasks, strikethrough and links', () => {
    const { render } = make([], ['table', 'tasklist', 'strikethrough', 'autolink']);
    expect(render('|a|\n|:-:|\n|b|\n')).toContain('<th align="center">a</th>');
    expect(render('- [x] ~~a~~ http://b.c\n')).toBe(
      '<ul>\n<li><input type="checkbox" checked="" disabled="" /> <del>a</del> <a href="http://b.c">http://b.c</a></li>\n</ul>\n',
    );
  });

  test('strikes through between one or two tildes, as many on both sides', () => {
    const { render } = make([], ['strikethrough']);
    expect(render('~~two~~ ~one~ a~b~c ~ d~')).toBe(
      '<p><del>two</del> <del>one</del> a<del>b</del>c ~ d~</p>\n',
    );
    expect(render('~~a~ c ~~~a~~~')).toBe('<p>~~a~ c ~~~a~~~</p>\n');
    expect(render('~~a~~b~~c~~')).toBe('<p><del>a</del>b<del>c</del></p>\n');
    expect(render('*a ~b* c~ [~d~](e) ~*f*~')).toBe(
      '<p><em>a ~b</em> c~ <a href="e"><del>d</del></a> <del><em>f</em></del></p>\n',
    );
  });

  test('links addresses of several schemes', () => {
    const { render } = make([], ['autolink']);
    expect(render('www.a.b xmpp:y@a.b xmpp:y@a.b/c d ftp://a.b me@a.b')).toBe(
      '<p><a href="http://www.a.b">www.a.b</a> <a href="xmpp:y@a.b">xmpp:y@a.b</a> ' +
        '<a href="xmpp:y@a.b/c">xmpp:y@a.b/c</a> d <a href="ftp://a.b">ftp://a.b</a> ' +
        '<a href="mailto:me@a.b">me@a.b</a></p>\n',
    );
  });

  test('escapes in addresses what cmark does, names of hosts too', () => {
    const { render } = make([], ['autolink']);
    expect(render('https://ü.example <https://ü.example/a>')).toBe(
      '<p><a href="https://%C3%BC.example">https://ü.example</a> ' +
        '<a href="https://%C3%BC.example/a">https://ü.example/a</a></p>\n',
    );
    expect(render('[a](b%20c%zz"[]&amp;ö) [d](javascript:e)')).toBe(
      '<p><a href="b%20c%zz%22%5B%5D&amp;%C3%B6">a</a> <a href="javascript:e">d</a></p>\n',
    );
  });

  test('puts the box of a task before the first paragraph', () => {
    const { render } = make([], ['tasklist']);
    expect(render('- [ ] a\n\n  b\n')).toBe(
      '<ul>\n<li><input type="checkbox" disabled="" /> \n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n',
    );
  });

  test('names what it does not know', () => {
    expect(make(['wat', 'SOURCEPOS'], ['nope']).problems).toEqual([
      'WAT is not a valid option',
      'option SOURCEPOS is not supported',
      'nope is not a valid extension',
    ]);
  });
});
