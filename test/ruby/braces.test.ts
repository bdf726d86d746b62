import { expect, test } from 'vitest';
import { expandBraces } from '../../src/ruby/braces.js';

/** Ruby 3.1 finds files by the same patterns. */
test.each([
  ['a{b,c}d', ['abd', 'acd']],
  ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd']],
  ['{a,{b,c}d}e', ['ae', 'bde', 'cde']],
  ['a{,b}', ['a', 'ab']],
  ['a{b}', ['ab']],
  ['{a,a}', ['a', 'a']],
  ['[{a,b}]', ['[a]', '[b]']],
  ['{1..3}', ['1..3']],
  ['a\\{b,c}', ['a\\{b,c}']],
  ['{a\\,b,c}', ['a\\,b', 'c']],
  ['a}b', ['a}b']],
  ['a{b', []],
  ['', ['']],
])('%s stands for %j', (pattern, expected) => {
  expect(expandBraces(pattern, 10)).toEqual(expected);
});

test('more alternatives than the limit are not written out', { timeout: 10_000 }, () => {
  expect(expandBraces('{a,b}{a,b}', 6)).toHaveLength(4);
  expect(expandBraces('{a,b}{a,b}', 5)).toBeNull();
  expect(expandBraces('{a,b}'.repeat(1000), 1000)).toBeNull();
  expect(expandBraces(`${'{'.repeat(50_000)}a${'}'.repeat(50_000)}`, 1000)).toBeNull();
});
