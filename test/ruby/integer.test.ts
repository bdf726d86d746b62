import { describe, expect, test } from 'vitest';
import {
  type Integer,
  integerArithmetic,
  integerSize,
  leadingInteger,
  wholeInteger,
} from '../../src/ruby/integer.js';

describe('Integer(text)', () => {
  test.each([
    [' 1_000\n', 1000],
    ['-0', 0],
    ['0x1F', 31],
    ['-0b11', -3],
    ['0o17', 15],
    ['017', 15],
    ['0_7', 7],
    ['0d09', 9],
    ['9007199254740993', 9007199254740993n],
  ])('reads %j', (text, expected) => {
    expect(wholeInteger(text)).toBe(expected);
  });

  test.each(['', '09', '_9', '1__0', '1_', '0x', '0x_1', '0b2', '- 1', '1.0', '\u00a01'])(
    'refuses %j',
    (text) => {
      expect(wholeInteger(text)).toBeNull();
    },
  );
});

test('a text begins with an Integer, or counts as 0', () => {
  expect(['12 apples', ' -1_0x', 'apples', '.5'].map(leadingInteger)).toEqual([12, -10, 0, 0]);
  expect(leadingInteger('+12345678901234567890 apples')).toBe(12345678901234567890n);
});

test('division and remainder go down, and no digit is lost past 2^53', () => {
  expect([integerArithmetic('/', -7, 2), integerArithmetic('%', -7, 2)]).toEqual([-4, 1]);
  expect(integerArithmetic('*', 9007199254740991, 9)).toBe(81064793292668919n);
  expect(integerArithmetic('-', 9007199254740993n, 9007199254740992n)).toBe(1);
  expect([integerArithmetic('+', 1, 2), integerArithmetic('-', 1, 2)]).toEqual([3, -1]);
  expect(integerArithmetic('+', 9007199254740991, 2)).toBe(9007199254740993n);
});

test.each<[Integer, Integer, Integer, Integer]>([
  [7, 2, 3, 1],
  [7, -2, -4, -1],
  [-7, -2, 3, -1],
  [-8, 2, -4, 0],
  [2n ** 70n, 3, 393530540239137101141n, 1],
  [-(2n ** 70n), 3, -393530540239137101142n, 2],
  [2n ** 70n, -3, -393530540239137101142n, -2],
  [2n ** 70n, 2n ** 70n, 1, 0],
  [7, 2n ** 70n, 0, 7],
])('%d divided by %d is %d, and %d remains', (a, b, quotient, remainder) => {
  expect([integerArithmetic('/', a, b), integerArithmetic('%', a, b)]).toEqual([quotient, remainder]);
});

test('a number without end is refused', () => {
  const large = 10n ** 700_000n;
  expect(() => integerArithmetic('*', large, large)).toThrow('hexadecimal digits');
});

test('the size is that of a machine word, or what a large number fills', () => {
  expect([integerSize(1), integerSize(-(2n ** 64n))]).toEqual([8, 9]);
});
