import { expect, test } from 'vitest';
import { DefaultHash } from '../../src/ruby/default-hash.js';
import type { Value } from '../../src/ruby/value.js';

test('a missing key that is asked for with [] gets the default and keeps it', () => {
  const made: Value[] = [];
  const hash = new DefaultHash([['a', 1]], () => {
    made.push([]);
    return made.at(-1)!;
  });
  expect([hash.has('b'), hash.get('b')]).toEqual([false, undefined]);
  const first = hash.fetch('b');
  expect(hash.fetch('b')).toBe(first);
  expect([hash.fetch('a'), made.length, [...hash.keys()]]).toEqual([1, 1, ['a', 'b']]);
});
