import { expect, test } from 'vitest';
import { basenameOf, dirnameOf, extensionOf, isHtml, isYaml } from '../../src/url/extension.js';

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
  expect(['notes/etc...md', 'a.tar.gz', 'name', '.htaccess', 'a.'].map(basenameOf)).toEqual([
    'etc',
    'a.tar',
    'name',
    '.htaccess',
    'a',
  ]);
});

test.each([
  ['/a', '/'],
  ['a', '.'],
  ['/a/b/', '/a'],
  ['a//b', 'a'],
  ['//a', '/'],
  ['', '.'],
  ['/', '/'],
  ['//', '/'],
])('the folder of "%s" is "%s"', (path, folder) => {
  expect(dirnameOf(path)).toBe(folder);
});

test('three extensions are pages for people, two are data', () => {
  expect(['.html', '.xhtml', '.htm', '.HTML', '.xml'].map(isHtml)).toEqual([true, true, true, false, false]);
  expect(['.yml', '.yaml', '.YML', '.json'].map(isYaml)).toEqual([true, true, false, false]);
});
