import { expect, test } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.js';

test('shows two lines on either side and a caret below the column', () => {
  const text = ['one', 'two', 'three', '  {% include x %}', 'five', 'six', 'seven'].join('\n');
  expect(codeFrame(text, 4, 3)).toBe(
    ['  2 | two', '  3 | three', '> 4 |   {% include x %}', '    |   ^', '  5 | five', '  6 | six'].join(
      '\n',
    ),
  );
});

test('aligns line numbers of different width', () => {
  const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
  expect(codeFrame(text, 9, 1).split('\n')[2]).toBe('>  9 | line 9');
});

test('leaves the caret out when there is no column', () => {
  expect(codeFrame('a\nb\n', 2)).toBe('  1 | a\n> 2 | b');
});

test('counts columns in code points and keeps tabs', () => {
  expect(codeFrame('\t😀{{ x', 1, 3).split('\n')[1]).toBe('    | \t ^');
});

test('cuts a line of minified text around the column', () => {
  const frame = codeFrame(`${'a'.repeat(500)}!${'b'.repeat(500)}`, 1, 501);
  const [line = '', caret = ''] = frame.split('\n');
  expect(line.length).toBeLessThan(110);
  expect(line[caret.indexOf('^')]).toBe('!');
});

test('is empty for a line the file does not have', () => {
  expect(codeFrame('one\n', 3, 1)).toBe('');
});

test('shows the end of a file when something is missing there', () => {
  expect(codeFrame('a: [\n', 2, 1)).toBe('  1 | a: [\n> 2 |\n    | ^');
  expect(codeFrame('a: [\n', 3)).toBe('');
});
