import { expect, test } from 'vitest';
import { valueText } from '../../src/reuse/value-text.js';
import { RubyDate } from '../../src/ruby/time/date.js';
import { RubyTime } from '../../src/ruby/time/time.js';
import { RubyFloat, RubyRange, type Value } from '../../src/ruby/value.js';

test('values that differ have texts that do', () => {
  const values: Value[] = [
    ...[null, true, false, 1, -0, 1.5, Number.NaN, 1n, '', '1', 'null', 'a"b', '\u2028'],
    ...[new RubyFloat(1), new RubyFloat(-0), new RubyFloat(0), new RubyRange(1, 2)],
    ...[
      new RubyDate(2024, 1, 2),
      new RubyTime(1, 0, 0, 'UTC'),
      new RubyTime(1, 0, 0, ''),
      new RubyTime(1, 1, 0, 'UTC'),
    ],
    ...[[], ['a', 'b'], ['a,b'], [['a'], 'b'], ['a', ['b']]],
    ...[new Map(), new Map([['a', 'b']]), new Map<Value, Value>([['a', ['b']]]), new Map([['b', 'a']])],
    new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]),
    new Map([
      ['b', 'a'],
      ['a', 'b'],
    ]),
  ];
  expect(new Set(values.map(valueText)).size).toBe(values.length);
});

test('values that are equal have one text', () => {
  const make = (): Value => new Map<Value, Value>([['a', [1, new RubyDate(2024, 1, 2), new Map()]]]);
  expect(valueText(make())).toBe(valueText(make()));
});
