import { expect, test } from 'vitest';
import { slugify } from '../../src/url/slugify.js';

test.each([
  ['default', 'The _config.yml file', 'the-config-yml-file'],
  ['pretty', 'The _config.yml file', 'the-_config.yml-file'],
  ['raw', 'The _config.yml  file', 'the-_config.yml-file'],
  ['ascii', 'Über São 日本 x', 'ber-s-o-x'],
  ['latin', 'Über São Œuvre 日本 x', 'uber-sao-oeuvre-x'],
  ['default', '日本語 Ünï', '日本語-ünï'],
  ['none', 'The _config.yml file', 'the _config.yml file'],
])('mode %s makes %s into %s', (mode, text, expected) => {
  expect(slugify(text, mode)).toBe(expected);
});

test('keeps capital letters when asked to, and may leave nothing', () => {
  expect(slugify('Hello World', null, true)).toBe('Hello-World');
  expect(slugify('???')).toBe('');
});
