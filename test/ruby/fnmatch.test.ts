import { describe, expect, test } from 'vitest';
import { compileFnmatch } from '../../src/ruby/fnmatch.js';

describe('compileFnmatch', () => {
  test.each([
    ['/*.txt', '/a.txt', true],
    ['/*.txt', '/sub/a.txt', true],
    ['/*.txt', '/a.md', false],
    ['/a?c', '/abc', true],
    ['/a?c', '/a/c', true],
    ['/[a-c]x', '/bx', true],
    ['/[!a-c]x', '/bx', false],
    ['/[^a-c]x', '/dx', true],
    ['/[ab', '/a', false],
    ['/a\\*', '/a*', true],
    ['/a\\*', '/ab', false],
    ['/{a,b}', '/a', false],
    ['/{a,b}', '/{a,b}', true],
    ['*', '.hidden', false],
    ['/*', '/.hidden', true],
    ['/a*b*c', '/axxbyyc', true],
    ['/a*b*c', '/axxbyy', false],
    ['/?', '/😀', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(compileFnmatch(pattern)(path)).toBe(expected);
  });

  test('comes to an end with many stars', { timeout: 10_000 }, () => {
    const matches = compileFnmatch(`${'*a'.repeat(50)}b`);
    expect(matches('a'.repeat(5000))).toBe(false);
  });
});
