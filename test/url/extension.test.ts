import { expect, test } from 'vitest';
import { basenameOf, dirnameOf, extensionOf } from '../../src/url/extension.js';

test.each([
  ['a.b', '.b'],
  ['.htaccess', ''],
  ['a.', '.'],
  ['x..md', '.md'],
  ['.a.b', '.b'],
  ['a.d/file', ''],
])('the extension of %s is "%s"', (path, extension) => {
  expect(extensionOf(path)).toBe(extension);
});

test('a base name ends in no dot', () => {
  expect(basenameOf('notes/etc...md')).toBe('etc');
});

test('the folder of a file at the top is the root or nothing', () => {
  expect(dirnameOf('/a')).toBe('/');
  expect(dirnameOf('a')).toBe('.');
  expect(dirnameOf('/a/b/')).toBe('/a');
});
