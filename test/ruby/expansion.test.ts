import { describe, expect, test } from 'vitest';
import { isEqual } from '../../src/ruby/compare.js';
import { HashKeys } from '../../src/ruby/hash-key.js';
import { inspect } from '../../src/ruby/inspect.js';
import { toJson } from '../../src/ruby/json.js';
import { replaceText } from '../../src/ruby/replace.js';
import { toText } from '../../src/ruby/to-s.js';
import type { Value } from '../../src/ruby/value.js';

/** An array that holds one array twice, which holds another twice, and so on. */
function doubled(levels: number): Value[] {
  let value: Value[] = [];
  for (let level = 0; level < levels; level++) value = [value, value];
  return value;
}

/** A mapping made in the same way. */
function doubledHash(levels: number): Value {
  let value: Value = null;
  for (let level = 0; level < levels; level++)
    value = new Map([
      ['a', value],
      ['b', value],
    ]);
  return value;
}

const tooMany = 'more than 10000000 items in one value';

describe('values that stand for more items than anything can hold', () => {
  test.each<[string, (value: Value) => unknown]>([
    ['toText', toText],
    ['inspect', inspect],
    ['toJson', toJson],
    ['isEqual', (value) => isEqual(value, doubled(60))],
    ['HashKeys', (value) => new HashKeys().of(value)],
  ])('end %s', (_, look) => {
    expect(() => look(doubled(60))).toThrow(tooMany);
  });

  test('may be mappings', () => {
    expect(() => isEqual(doubledHash(60), doubledHash(60))).toThrow(tooMany);
  });

  test('may hold a million', () => {
    expect(toJson(doubled(18))).toHaveLength(2 ** 20 - 3 + 2 ** 18);
    expect(isEqual(doubled(18), doubled(18))).toBe(true);
  });
});

describe('texts that grow', () => {
  const text = 'a'.repeat(20_000);

  test.each([
    ['a', text],
    ['', text],
    ['a', "\\'"],
  ])('end a replacement of %j', (searched, replacement) => {
    expect(() => replaceText(text, searched, replacement)).toThrow(
      'more than 100000000 characters in one value',
    );
  });

  test('may grow to a page of 20 MB', () => {
    expect(replaceText(text, 'a', 'b'.repeat(1000))).toHaveLength(20_000_000);
  });
});
