import { expect, test } from 'vitest';
import { asciiJson, fromJson, toJson, UnwritableValueError, valueJson } from '../../src/reuse/json-codec.js';
import { RubyDate } from '../../src/ruby/time/date.js';
import { RubyTime } from '../../src/ruby/time/time.js';
import { RubyFloat, RubyRange } from '../../src/ruby/value.js';

const VALUES: readonly unknown[] = [
  ['', 'a "quoted" text\n', 'Zoë “über” 🎉', 'half of a pair \ud83c', '\u2028'],
  [0, -0, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 12345678901234567890n],
  [null, undefined, true, false],
  [],
  [[[]], 'list'],
  new Map(),
  new Map<unknown, unknown>([
    ['title', 'ä'],
    [1, new Map([['deep', [new RubyDate(2024, 1, 2)]]])],
    [null, new RubyTime(1, 2, -3600, '')],
  ]),
  [new RubyFloat(-0), new RubyFloat(1), new RubyRange(1, 3)],
  { record: ['x', new Map([['y', undefined]])] },
];

test.each(VALUES.map((value) => [value]))(
  'what is written at once is what is written by way of JSON: %o',
  (value) => {
    const text = valueJson(value);
    expect(text).toBe(asciiJson(toJson(value)));
    expect(text).toMatch(/^[\x20-\x7f]*$/);
    expect(fromJson(JSON.parse(text))).toEqual(value);
  },
);

test('what has code in it is refused, however deep', () => {
  expect(() => valueJson([new Map([['a', [() => 1]]])])).toThrow(UnwritableValueError);
});
