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

  test('names what it does not know', () => {
    expect(make(['wat', 'FOOTNOTES'], ['nope']).problems).toEqual([
      'WAT is not a valid option',
      'option FOOTNOTES is not supported',
      'nope is not a valid extension',
    ]);
  });
});
