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
    ['[a-]', '-', true],
    ['[\\]]', ']', true],
    ['[\\]', '\\', false],
    ['[a\\-c]', '-', true],
    ['[a\\-c]', 'b', false],
    ['[]', '[]', false],
    ['**', 'a/b', true],
    ['a\\', 'a\\', false],
    ['a', 'ab', false],
    ['*', '', true],
    ['?', '', false],
    ['[.]a', '.a', false],
    ['\\.a', '.a', true],
    ['[!!]', '!', false],
    ['[!!]', 'x', true],
    ['[a-cx-z]', 'y', true],
    ['[c-a]', 'b', false],
    ['x[a-\\c]', 'xb', true],
    ['*]', 'a]', true],
    ['a\\', 'a', true],
    ['[\\', '\\', false],
    ['[Z-\\]]', '[', true],
    ['[a-', 'a', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(compileFnmatch(pattern)(path)).toBe(expected);
  });

  test('comes to an end with many stars', { timeout: 10_000 }, () => {
    const matches = compileFnmatch(`${'*a'.repeat(50)}b`);
    expect(matches('a'.repeat(5000))).toBe(false);
  });
});
