import { describe, expect, test } from 'vitest';
import { createKramdown, MarkdownError, readOptions } from '../../../src/markdown/index.js';

const kramdown = createKramdown(readOptions({}), null);

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

  test('refuses a table whose filled-up rows would have more than a million cells', () => {
    const text = `${'|a'.repeat(2000)}|\n${'|a|\n'.repeat(1000)}`;
    expect(() => kramdown.render(text)).toThrow('The table on line 1 has more than 1000000 cells');
  });
});

describe('hostile input', () => {
  const units = [
    '>',
    '|',
    '`',
    '~',
    '<',
    '{:',
    '- ',
    '$$',
    '<!--\n',
    '{::comment}\n',
    '~~~ a\n',
    '[^1]: a\n',
    '[a]: "',
  ];
  // Quadratic time would be minutes.
  test.each(units)('comes to an end with 100 KB of %j', { timeout: 20_000 }, (unit) => {
    try {
      kramdown.render(unit.repeat(100_000 / unit.length));
    } catch (error) {
      expect(error).toBeInstanceOf(MarkdownError);
    }
  });
});
