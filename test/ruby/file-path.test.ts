import { describe, expect, test } from 'vitest';
import {
  expandPath,
  isWithin,
  joinPaths,
  pathWithin,
  sanitizedPath,
  slashed,
} from '../../src/ruby/file-path.js';

describe('paths', () => {
  test('have slashes, from whatever separator the machine has', () => {
    expect(slashed('C:\\site\\_posts\\a.md', '\\')).toBe('C:/site/_posts/a.md');
    expect(slashed('/site/odd\\name.md', '/')).toBe('/site/odd\\name.md');
  });

  test.each([
    ['/site', '_layouts', '/site/_layouts'],
    ['/site', '/_layouts', '/site/_layouts'],
    ['/site', '../../etc', '/site/etc'],
    ['/site', 'a/../../b', '/site/b'],
    ['/site', '/site/a', '/site/a'],
    ['/site', '/sites/a', '/site/sites/a'],
    ['/site', '~/a', '/site/~/a'],
    ['/site', '', '/site'],
    ['C:/site', '_layouts', 'C:/site/_layouts'],
    ['C:/site', 'C:/site/a', 'C:/site/a'],
  ])('stay inside %s: %s becomes %s', (base, path, expected) => {
    expect(sanitizedPath(base, path)).toBe(expected);
  });

  test('are joined by one slash', () => {
    expect([joinPaths('a/', '/b'), joinPaths('', 'b'), joinPaths('a', '')]).toEqual(['a/b', '/b', 'a/']);
  });

  test('are expanded from a folder or the home directory', () => {
    expect([expandPath('../x', '/a/b', '/home/me'), expandPath('~/x', '/a/b', '/home/me')]).toEqual([
      '/a/x',
      '/home/me/x',
    ]);
  });

  test('lie within a folder by whole parts', () => {
    expect([
      isWithin('/a', '/a'),
      isWithin('/a', '/a/b'),
      isWithin('/a', '/ab'),
      isWithin('/', '/b'),
    ]).toEqual([true, true, false, true]);
    expect(pathWithin('/a', '/a/b/c')).toBe('b/c');
  });
});
