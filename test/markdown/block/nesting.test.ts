import { describe, expect, test } from 'vitest';
import { createKramdown, MarkdownError, readOptions } from '../../../src/markdown/index.js';

const kramdown = createKramdown(readOptions({}), null);

/** `count` pieces that know their number. */
function pieces(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join('');
}

describe('deep nesting', () => {
  test.each([
    ['quotes', '> '],
    ['lists', '1. '],
    ['HTML elements', '<div>'],
    ['HTML elements with Markdown', '<div markdown="1">\n'],
  ])('keeps 1,000 levels of %s, and stops with the line at 1,100', (_, unit) => {
    expect(kramdown.render(`${unit.repeat(1000)}text\n`).html).toContain('text');
    const tooDeep = () => kramdown.render(`first\n\n${unit.repeat(1100)}text\n`);
    expect(tooDeep).toThrow(MarkdownError);
    expect(tooDeep).toThrow(unit.includes('\n') ? /on line 1003$/ : /on line 3$/);
  });

  test.each([
    ['lists', pieces(600, (index) => `${'  '.repeat(index)}* a\n`), 103],
    ['quotes', pieces(600, (index) => `${'>'.repeat(index)}a\n`), 245],
    ['a quote in which each line is lazy', `${'>'.repeat(900)}a\n${'b\n'.repeat(20_000)}`, 1],
    ['footnotes', pieces(500, (index) => `${'    '.repeat(index)}[^${index}]: a\n\n`), 143],
    [
      'definition lists',
      pieces(600, (index) => `${'  '.repeat(index)}a\n\n${'  '.repeat(index)}: b\n\n`),
      191,
    ],
    ['thousands of lists', `${'- > '.repeat(20)}a\n`.repeat(20_000), 3434],
  ])('refuses %s that are copied level by level', (_, text, line) => {
    expect(() => kramdown.render(text)).toThrow(
      expect.objectContaining({
        name: 'MarkdownError',
        line,
        message: `Blocks nested more than 5 deep hold too much text on line ${line}`,
      }),
    );
  });

  test('takes a megabyte that lies fifteen deep', () => {
    const { html } = kramdown.render(`${'> '.repeat(15)}${'a'.repeat(100)}\n`.repeat(8000));
    expect(html).toContain('a'.repeat(100));
  });

  test.each([
    ['whose filled-up rows', `${'|a'.repeat(2000)}|\n${'|a|\n'.repeat(1000)}`],
    ['without an end', '|a\n'.repeat(200_001)],
    ['that is one line of bars', '|'.repeat(1_000_000)],
  ])('refuses a table %s with more than 200,000 cells', (_, text) => {
    expect(() => kramdown.render(`one\n\n${text}`)).toThrow(
      expect.objectContaining({
        name: 'MarkdownError',
        line: 3,
        message: 'The table on line 3 has more than 200000 cells',
      }),
    );
  });
});

describe('hostile input', () => {
  const size = 100_000;
  const cells = '      <td>\u00a0</td>\n'.repeat(size - 1);
  /** Unit, and what becomes of 100 KB of it: HTML, or the error. */
  const cases: readonly (readonly [string, string])[] = [
    ['>', 'MarkdownError: Blocks nested more than 5 deep hold too much text on line 1'],
    ['|', `<table>\n  <tbody>\n    <tr>\n${cells}    </tr>\n  </tbody>\n</table>\n`],
    ['`', `<p>${'`'.repeat(size)}</p>\n`],
    ['~', `<p>${'~'.repeat(size)}</p>\n`],
    ['<', `<p>${'«'.repeat(size / 2)}</p>\n`],
    ['{:', `<p>${'{:'.repeat(size / 2)}</p>\n`],
    ['- ', '<hr />\n'],
    ['$$', `<p>${'\\(\\)'.repeat(size / 4)}</p>\n`],
    ['<!--\n', `<p>${'&lt;!–\n'.repeat(size / 5).trim()}</p>\n`],
    ['{::comment}\n', `<p>${'{::comment}\n'.repeat(size / 12).trim()}</p>\n`],
    ['~~~ a\n', `<p>${'~~~ a\n'.repeat(size / 6).trim()}</p>\n`],
    ['[^1]: a\n', ''],
    ['[a]: "', ''],
  ];
  // Quadratic time would be minutes.
  test.each(cases)('comes to an end with 100 KB of %j', { timeout: 20_000 }, (unit, expected) => {
    const outcome = outcomeOf(unit.repeat(size / unit.length));
    // Not compared as texts: to tell two of this length apart takes longer than to make them.
    expect(outcome.length).toBe(expected.length);
    expect(outcome === expected).toBe(true);
  });

  function outcomeOf(text: string): string {
    try {
      return kramdown.render(text).html;
    } catch (error) {
      return String(error);
    }
  }
});
