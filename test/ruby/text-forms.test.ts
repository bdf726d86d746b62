import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/ruby/inspect.js';
import { prettyJson, toJson } from '../../src/ruby/json.js';
import { RubyDate } from '../../src/ruby/time/date.js';
import { RubyTime } from '../../src/ruby/time/time.js';
import { toS, toText } from '../../src/ruby/to-s.js';
import { RubyFloat, RubyRange, type Value } from '../../src/ruby/value.js';

const TIME = new RubyTime(0, 500_000_000, 3600, '');
const DATE = new RubyDate(2024, 1, 31);
const HASH: Value = new Map<Value, Value>([
  ['a', [1, null, new RubyFloat(2)]],
  [2019, 'x\n'],
]);

describe('to_s and inspect', () => {
  test.each<[string, Value, string, string]>([
    ['nil', null, '', 'nil'],
    ['a whole float', new RubyFloat(1), '1.0', '1.0'],
    ['a small float', 0.00001, '1.0e-05', '1.0e-05'],
    ['a large float', new RubyFloat(1e15), '1.0e+15', '1.0e+15'],
    ['an Integer past 2^53', 12345678901234567890n, '12345678901234567890', '12345678901234567890'],
    ['text', 'a"#{b}\u200b', 'a"#{b}\u200b', '"a\\"\\#{b}\u200b"'],
    [
      'characters past U+FFFF',
      '\u{1f600}\u{2fa1e}\u{10ffff}',
      '\u{1f600}\u{2fa1e}\u{10ffff}',
      '"\u{1f600}\\u{2FA1E}\\u{10FFFF}"',
    ],
    ['what starts no interpolation', '#a #', '#a #', '"#a #"'],
    ['a boolean', true, 'true', 'true'],
    ['a large Float with a fraction', 1234567890123456.5, '1234567890123456.5', '1234567890123456.5'],
    ['an infinity', -Infinity, '-Infinity', '-Infinity'],
    ['negative zero', new RubyFloat(-0), '-0.0', '-0.0'],
    ['control characters', '\0\x1b\x7f', '\0\x1b\x7f', '"\\u0000\\e\\u007F"'],
    ['a time', TIME, '1970-01-01 01:00:00 +0100', '1970-01-01 01:00:00.5 +0100'],
    ['a date', DATE, '2024-01-31', '#<Date: 2024-01-31 ((2460341j,0s,0n),+0s,2299161j)>'],
    ['a range', new RubyRange(1, 3), '1..3', '1..3'],
    ['a mapping', HASH, '{"a"=>[1, nil, 2.0], 2019=>"x\\n"}', '{"a"=>[1, nil, 2.0], 2019=>"x\\n"}'],
  ])('of %s', (_, value, text, inspected) => {
    expect([toS(value), inspect(value)]).toEqual([text, inspected]);
  });

  test('an array prints its items without a separator, but is inspected when turned into text', () => {
    const list: Value = ['a', null, ['b', 1]];
    expect([toText(list), toS(list)]).toEqual(['ab1', '["a", nil, ["b", 1]]']);
  });

  test('a collection inside itself ends', () => {
    const list: Value[] = [1];
    list.push(list);
    expect(inspect(list)).toBe('[1, [...]]');
  });
});

describe('JSON', () => {
  test('has no spaces, and leaves slashes and letters as they are', () => {
    const value = new Map<Value, Value>([
      ['a/é', ['<&>', '\u0001\t']],
      [null, TIME],
      [1, DATE],
    ]);
    expect(toJson(value)).toBe(
      '{"a/é":["<&>","\\u0001\\t"],"":"1970-01-01 01:00:00 +0100","1":"2024-01-31"}',
    );
  });

  test('in its pretty form gives empty collections two lines', () => {
    const value = new Map<Value, Value>([
      ['a', []],
      ['b', new Map()],
      ['c', [1]],
    ]);
    expect(prettyJson(value)).toBe('{\n  "a": [\n\n  ],\n  "b": {\n  },\n  "c": [\n    1\n  ]\n}');
  });

  test('refuses NaN and endless nesting', () => {
    expect(() => toJson([Number.NaN])).toThrow('NaN not allowed in JSON');
    const list: Value[] = [];
    list.push(list);
    expect(() => toJson(list)).toThrow('nesting of 100 is too deep');
  });
});
