import { expect, test } from 'vitest';
import { slugify, transliterate } from '../../src/url/slugify.js';

test.each([
  ['default', 'Bread & _Butter_ v1.2', 'bread-butter-v1-2'],
  ['pretty', 'Bread & _Butter_ v1.2', 'bread-&-_butter_-v1.2'],
  ['raw', 'Bread &  _Butter_ v1.2', 'bread-&-_butter_-v1.2'],
  ['ascii', 'Über São 日本 x', 'ber-s-o-x'],
  ['latin', 'Über São Œuvre 日本 x', 'uber-sao-oeuvre-x'],
  ['default', '日本語 Ünï', '日本語-ünï'],
  ['none', 'Bread & _Butter_ v1.2', 'bread & _butter_ v1.2'],
])('mode %s makes %s into %s', (mode, text, expected) => {
  expect(slugify(text, mode)).toBe(expected);
});

test('keeps capital letters when asked to, and may leave nothing', () => {
  expect(slugify('Hello World', null, true)).toBe('Hello-World');
  expect(slugify('Hello World', 'none', true)).toBe('Hello World');
  expect(slugify('???')).toBe('');
});

test('transliterates Latin letters, all else becomes a question mark', () => {
  expect(transliterate('aÀÿŁŉſ日×÷Ǆ')).toBe("aAyL'n??x??");
});
