import { describe, expect, test } from 'vitest';
import {
  ComparisonError,
  className,
  compare,
  compareStrings,
  conversionName,
  isEqual,
  order,
} from '../../src/ruby/compare.js';
import { RubyDate } from '../../src/ruby/time/date.js';
import { RubyTime } from '../../src/ruby/time/time.js';
import { RubyFloat, type RubyHash, RubyRange, type Value } from '../../src/ruby/value.js';
import { TestDrop } from './test-drop.js';

const EPOCH = new RubyTime(0, 0, 0, 'UTC');
const DAY = new RubyDate(2024, 1, 1);
const hash = (...entries: [Value, Value][]): RubyHash => new Map(entries);

describe('classes have the names that Ruby’s messages show', () => {
  test.each<[string, Value]>([
    ['NilClass', null],
    ['String', ''],
    ['TrueClass', true],
    ['FalseClass', false],
    ['Float', 1.5],
    ['Float', new RubyFloat(1)],
    ['Integer', 1],
    ['Integer', 2n ** 70n],
    ['Array', []],
    ['Hash', new Map()],
    ['Time', EPOCH],
    ['Date', DAY],
    ['Range', new RubyRange(1, 2)],
    ['Jekyll::Drops::TestDrop', new TestDrop()],
  ])('%s', (name, value) => {
    expect(className(value)).toBe(name);
  });

  test('but nil, true and false name themselves where they cannot be converted', () => {
    expect([null, true, 1].map(conversionName)).toEqual(['nil', 'true', 'Integer']);
  });
});

describe('values without an order are told of as Ruby does', () => {
  test.each<[string, Value, Value]>([
    ['Integer with String', 3, 'a'],
    ['Integer with nil', 3, null],
    ['NilClass with 3', null, 3],
    ['String with true', 'x', true],
    ['String with false', 'x', false],
    ['String with 1.0', 'x', new RubyFloat(1)],
    ['String with 4611686018427387903', 'x', 2n ** 62n - 1n],
    ['String with Integer', 'x', 2n ** 62n],
    ['String with -4611686018427387904', 'x', -(2n ** 62n)],
    ['String with Integer', 'x', -(2n ** 62n) - 1n],
    ['String with Time', 'x', EPOCH],
    ['Date with String', DAY, 'x'],
    ['Hash with Hash', hash(['a', 1]), hash()],
    ['TrueClass with false', true, false],
    ['Float with 1.0', Number.NaN, new RubyFloat(1)],
  ])('comparison of %s failed', (names, left, right) => {
    expect(() => order(left, right)).toThrow(new ComparisonError(left, right));
    expect(() => order(left, right)).toThrow(`comparison of ${names} failed`);
  });
});

describe('==', () => {
  test.each<[string, Value, Value]>([
    ['an Integer and a Float', 1, new RubyFloat(1)],
    ['an Integer and a Float past 2^53', 2n ** 60n, new RubyFloat(2 ** 60)],
    ['arrays of equal items', [1, [2]], [new RubyFloat(1), [new RubyFloat(2)]]],
    ['mappings in another order', hash(['a', 1], ['b', 2]), hash(['b', 2], ['a', new RubyFloat(1)])],
    ['times in two zones', EPOCH, new RubyTime(0, 0, 3600, '')],
    ['dates', DAY, new RubyDate(2024, 1, 1)],
    ['a date and its Julian day', DAY, 2460310.5],
    ['a Julian day and its date', 2460310.5, DAY],
    ['ranges', new RubyRange(1, 2), new RubyRange(1, 2)],
  ])('holds between %s', (_, a, b) => {
    expect(isEqual(a, b)).toBe(true);
  });

  test.each<[string, Value, Value]>([
    ['NaN and itself', Number.NaN, Number.NaN],
    ['text and a number', '1', 1],
    ['a number and text', 1, '1'],
    ['nil and false', null, false],
    ['true and 1', true, 1],
    ['1 and true', 1, true],
    ['arrays of different lengths', [1], [1, 2]],
    ['an array and a mapping', [1], hash()],
    ['mappings of different sizes', hash(['a', 1]), hash(['a', 1], ['b', 2])],
    ['mappings with other keys', hash(['a', null]), hash(['b', null])],
    ['mappings with other values', hash(['a', 1]), hash(['a', 2])],
    ['a mapping and an array', hash(), []],
    ['two times', EPOCH, new RubyTime(1, 0, 0, 'UTC')],
    ['a time and a date', new RubyTime(1_704_067_200, 0, 0, 'UTC'), DAY],
    ['a date and a time', DAY, new RubyTime(1_704_067_200, 0, 0, 'UTC')],
    ['two days', DAY, new RubyDate(2024, 1, 2)],
    ['a date and the next Julian day', DAY, 2460311],
    ['ranges with other ends', new RubyRange(1, 2), new RubyRange(1, 3)],
    ['a range and its items', new RubyRange(1, 2), [1, 2]],
    ['two drops', new TestDrop(), new TestDrop()],
  ])('does not hold between %s', (_, a, b) => {
    expect(isEqual(a, b)).toBe(false);
  });
});

describe('<=>', () => {
  const drop = new TestDrop();
  test.each<[string, Value, Value, number | null]>([
    ['1 and 2^70', 1, 2n ** 70n, -1],
    ['2^53 + 1 and the Float 2^53', 2n ** 53n + 1n, new RubyFloat(2 ** 53), 1],
    ['NaN and a number', Number.NaN, 1, null],
    ['a number and NaN', 1, Number.NaN, null],
    ['a number and text', 1, 'a', null],
    ['text and a number', 'a', 1, null],
    ['a time and one a nanosecond later', EPOCH, new RubyTime(0, 1, 0, 'UTC'), -1],
    ['a time and a number', EPOCH, 1, null],
    ['a date and the next', DAY, new RubyDate(2024, 1, 2), -1],
    ['a date and its Julian day', DAY, 2460310.5, 0],
    ['a date and the Julian day that begins at its noon', DAY, 2460311, -1],
    ['a Julian day and its date', 2460310.5, DAY, null],
    ['a date and a time', DAY, EPOCH, null],
    ['arrays, by the first difference', [1, 3], [1, 2], 1],
    ['arrays, one the beginning of the other', [1], [1, null], -1],
    ['arrays with items without an order', [1, 'a'], [1, 2], null],
    ['an array and a number', [1], 1, null],
    ['equal ranges', new RubyRange(1, 2), new RubyRange(1, 2), 0],
    ['different ranges', new RubyRange(1, 2), new RubyRange(1, 3), null],
    ['nil and nil', null, null, 0],
    ['a drop and itself', drop, drop, 0],
    ['two drops', drop, new TestDrop(), null],
  ])('of %s', (_, a, b, expected) => {
    expect(compare(a, b)).toBe(expected);
  });

  test.each([
    ['a', 'ab', -1],
    ['ab', 'a', 1],
    ['b', 'a', 1],
    ['a', 'a', 0],
    ['\u{10000}', '\uffff', 1],
    ['\ue000', '\u{10000}', -1],
    ['\ud7ff', '\ue000', -1],
  ])('of %j and %j goes by code points', (a, b, expected) => {
    expect(compareStrings(a, b)).toBe(expected);
  });
});
