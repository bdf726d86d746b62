import { expect, test } from 'vitest';
import { MarkdownError } from '../../src/markdown/index.js';
import type { Page } from '../../src/model/page.js';
import { markdownFailure } from '../../src/render/converters/markdown-failure.js';

function failureOn(line: number, text: string, body: string): unknown {
  const error = new MarkdownError((at) => `Something on line ${at}`, line);
  return markdownFailure(error, text, { path: 'a.md', body, bodyLine: 4 } as Page);
}

test('counts lines from the top of the file where Liquid changed nothing', () => {
  expect(failureOn(3, 'a\r\n\nb\nx', 'a\n\nb\n{{ y }}')).toMatchObject({
    message: 'Something on line 6',
    place: { file: 'a.md', line: 6, column: 1 },
  });
});

test('finds a line that Liquid moved', () => {
  expect(failureOn(4, 'x\nx\nx\nb', '{{ y }}\nb')).toMatchObject({
    message: 'Something on line 5',
    place: { line: 5 },
  });
});

test.each([
  ['that Liquid made', 'a\nx', 'a\n{{ y }}'],
  ['that is there twice', 'x\nb\nb', '{{ y }}\n\nb\nb'],
])('gives no place for a line %s, but says what it counts', (_, text, body) => {
  expect(failureOn(2, text, body)).toMatchObject({
    message: 'Something on line 2',
    place: null,
    hint: 'Lines are counted in what Liquid made of the file.',
  });
});

test('counts in the text of a filter', () => {
  const error = new MarkdownError((at) => `Something on line ${at}`, 2);
  expect(markdownFailure(error, 'a', null)).toMatchObject({ message: 'Something on line 2', place: null });
});
