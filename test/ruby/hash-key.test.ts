import { expect, test } from 'vitest';
import { HashKeys } from '../../src/ruby/hash-key.js';
import { RubyDate } from '../../src/ruby/time/date.js';
import { RubyTime } from '../../src/ruby/time/time.js';
import { RubyFloat, RubyRange, type Value } from '../../src/ruby/value.js';
import { TestDrop } from './test-drop.js';

/** How many values `uniq` would leave. */
function distinct(...values: Value[]): number {
  const keys = new HashKeys();
  return new Set(values.map((value) => keys.of(value))).size;
}

const drop = new TestDrop();

test.each<[string, Value[]]>([
  ['texts', ['a', 'a']],
  ['zeros of both signs', [new RubyFloat(0), new RubyFloat(-0)]],
  [
    'arrays with equal items',
    [
      [1, 'a'],
      [1, 'a'],
    ],
  ],
  [
    'mappings in another order',
    [
      new Map<Value, Value>([
        ['a', 1],
        [2, 'b'],
      ]),
      new Map<Value, Value>([
        [2, 'b'],
        ['a', 1],
      ]),
    ],
  ],
  ['times in two zones', [new RubyTime(0, 0, 0, 'UTC'), new RubyTime(0, 0, 3600, '')]],
  ['dates', [new RubyDate(2024, 1, 1), new RubyDate(2024, 1, 1)]],
  ['ranges', [new RubyRange(1, 2), new RubyRange(1, 2)]],
  ['a drop and itself', [drop, drop]],
])('two equal %s are one key', (_, values) => {
  expect(distinct(...values)).toBe(1);
});

test.each<[string, Value[]]>([
  ['an Integer and a Float', [1, new RubyFloat(1)]],
  ['an Integer and its text', [1, '1']],
  ['zero and 0.0', [0, new RubyFloat(0)]],
  ['nil and an empty text', [null, '']],
  ['an array of Integers and one of Floats', [[1], [new RubyFloat(1)]]],
  ['an array of two and one with a comma', [['a', 'b'], ['a,b']]],
  ['an array and a mapping', [[], new Map()]],
  ['a mapping and one with other values', [new Map([['a', 1]]), new Map([['a', new RubyFloat(1)]])]],
  ['times a nanosecond apart', [new RubyTime(0, 0, 0, 'UTC'), new RubyTime(0, 1, 0, 'UTC')]],
  ['two drops', [drop, new TestDrop()]],
])('%s are two keys', (_, values) => {
  expect(distinct(...values)).toBe(2);
});
