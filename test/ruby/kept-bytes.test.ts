import { expect, test } from 'vitest';
import { utf8 } from '../../src/ruby/encoding.js';
import { firstKeptByte } from '../../src/ruby/kept-bytes.js';

test.each([
  ['an overlong slash', [0xc0, 0xaf]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ['past the last character', [0xf4, 0x90, 0x80, 0x80]],
  ['a character cut short', [0x61, 0xe2, 0x82]],
  ['bytes between characters', [0xc3, 0xa9, 0xff, 0xf0, 0x9f, 0x98, 0x80, 0x80, 0x0a]],
])('what is no UTF-8 comes back as it was: %s', (_what, bytes) => {
  const text = utf8.decode(Buffer.from(bytes));
  expect(firstKeptByte(text)).not.toBeNull();
  expect([...utf8.encode(text)]).toEqual(bytes);
});

test('the first byte has its place in characters', () => {
  const text = utf8.decode(Buffer.concat([Buffer.from('a\né😀'), Buffer.of(0xe9), Buffer.from('z')]));
  expect(firstKeptByte(text)).toEqual({ byte: 0xe9, offset: 5, line: 2, column: 3 });
  expect(firstKeptByte('é😀\ufffd')).toBeNull();
});

test('a byte at the start of a line has column 1', () => {
  const text = utf8.decode(Buffer.from('a\n\xe9\n', 'latin1'));
  expect(firstKeptByte(text)).toMatchObject({ line: 2, column: 1 });
});
