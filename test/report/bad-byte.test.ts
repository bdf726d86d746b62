import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { withBadByte } from '../../src/report/bad-byte.js';
import { utf8 } from '../../src/ruby/encoding.js';

const diagnostic: Diagnostic = { severity: 'error', code: 'x', message: 'm', file: 'a.md' };
const read = { encoding: 'UTF-8', setting: 'encoding' };
const textOf = (bytes: string): string => utf8.decode(Buffer.from(bytes, 'latin1'));

test('the byte is named with its place and what to do', () => {
  expect(withBadByte(diagnostic, textOf('a\ncaf\xe9'), read)).toMatchObject({
    line: 2,
    column: 4,
    hint: 'The byte 0xE9 is not UTF-8 here: save the file as UTF-8, or set `encoding` in the configuration.',
    frame: expect.stringContaining('> 2 | caf'),
  });
});

test('a file that is no text at all is not shown: a terminal would obey it', () => {
  const shown = withBadByte(diagnostic, textOf('\x89PNG\r\n\x1b[2J'), read);
  expect([shown.line, 'frame' in shown]).toEqual([1, false]);
});

test('text that is text changes nothing', () => {
  expect(withBadByte(diagnostic, 'é', read)).toBe(diagnostic);
});
