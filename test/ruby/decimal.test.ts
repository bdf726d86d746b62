import { describe, expect, test } from 'vitest';
import { Decimal, DecimalError } from '../../src/ruby/decimal.js';
import { floatToText } from '../../src/ruby/float-text.js';

const { POSITIVE_INFINITY: INFINITY, NaN: NAN } = Number;
const of = (value: number): Decimal => Decimal.fromFloat(value);
const shown = (value: Decimal): string => floatToText(value.toNumber());

/** What Liquid 4.0.4 prints for the same Floats. */
describe('decimals', () => {
  test.each<[string, number, number, string, string, string, string]>([
    ['two numbers', 2.5, -2.5, '0.0', '5.0', '-6.25', '-1.0'],
    ['numbers far apart', 1e22, 2.5, '1.0e+22', '1.0e+22', '2.5e+22', '4.0e+21'],
    ['a number and an infinity', 2.5, INFINITY, 'Infinity', '-Infinity', 'Infinity', '0.0'],
    ['two infinities', INFINITY, -INFINITY, 'NaN', 'Infinity', '-Infinity', 'NaN'],
    ['a number and NaN', 2.5, NAN, 'NaN', 'NaN', 'NaN', 'NaN'],
    ['a number and zero', -2.5, 0, '-2.5', '-2.5', '-0.0', '-Infinity'],
    ['zero and a number', 0, -2.5, '-2.5', '2.5', '-0.0', '-0.0'],
    ['negative zero and a number', -0, 2.5, '2.5', '-2.5', '-0.0', '-0.0'],
    ['two negative zeros', -0, -0, '-0.0', '0.0', '0.0', 'NaN'],
    ['two zeros', 0, 0, '0.0', '0.0', '0.0', 'NaN'],
  ])('are added, subtracted, multiplied and divided: %s', (_, a, b, sum, difference, product, quotient) => {
    const [left, right] = [of(a), of(b)];
    expect(
      [left.plus(right), left.minus(right), left.times(right), left.dividedBy(right)].map(shown),
    ).toEqual([sum, difference, product, quotient]);
  });

  test.each([
    [7, 2.5, '2.0'],
    [-7, 2.5, '0.5'],
    [7, -2.5, '-0.5'],
    [0, 2.5, '0.0'],
    [-0, 2.5, '0.0'],
    [2.5, INFINITY, '2.5'],
    [-2.5, INFINITY, '-2.5'],
    [-0, INFINITY, '-0.0'],
    [INFINITY, 2.5, 'NaN'],
    [0, NAN, 'NaN'],
  ])('%d modulo %d is %s', (a, b, expected) => {
    expect(shown(of(a).modulo(of(b)))).toBe(expected);
  });

  test('divide to as many digits as a Float holds', () => {
    expect(shown(of(1).dividedBy(of(3)))).toBe('0.3333333333333333');
    expect(shown(Decimal.fromText('1e3').dividedBy(Decimal.fromText('8.0e-2')))).toBe('12500.0');
  });

  test('lose their sign, zeros and infinities too', () => {
    expect([-2.5, 2.5, -0, -INFINITY].map((value) => shown(of(value).abs()))).toEqual([
      '2.5',
      '2.5',
      '0.0',
      'Infinity',
    ]);
  });

  test.each([
    ['2.5', 3, 2, 3, 2],
    ['-2.5', -2, -3, -3, -2],
    ['7.0', 7, 7, 7, 7],
    ['-0.0', 0, 0, 0, 0],
    ['-0.4', 0, -1, 0, 0],
    ['1.0e+22', 10n ** 22n, 10n ** 22n, 10n ** 22n, 10n ** 22n],
  ])('%s goes up, down, to the nearest Integer and to zero', (text, up, down, nearest, cut) => {
    const value = Decimal.fromText(text);
    expect([value.ceil(), value.floor(), value.round(0), value.truncate()]).toEqual([up, down, nearest, cut]);
  });

  test.each([
    [1.005, 2, '1.01'],
    [-1.005, 2, '-1.01'],
    [-0.004, 2, '-0.0'],
    [-0.005, 2, '-0.01'],
    [2.5, 3, '2.5'],
    [-0, 2, '-0.0'],
    [INFINITY, 2, 'Infinity'],
  ])('%d is rounded to %i places behind the point: %s', (value, places, expected) => {
    const rounded = of(value).round(places);
    expect(rounded instanceof Decimal && shown(rounded)).toBe(expected);
  });

  test.each([
    [1234.5678, -2, 1200],
    [149.5, -2, 100],
    [150, -2, 200],
    [-150, -2, -200],
    [49.9, -400, 0],
  ])('%d is rounded to tens and hundreds (%i): %i', (value, places, expected) => {
    expect(of(value).round(places)).toBe(expected);
  });

  test('infinities and NaN are no Integer, in Ruby’s words', () => {
    expect(() => of(-INFINITY).floor()).toThrow(new DecimalError(-INFINITY));
    expect(() => of(-INFINITY).floor()).toThrow("Computation results in '-Infinity'");
    expect(() => of(NAN).round(0)).toThrow("Computation results in 'NaN' (Not a Number)");
  });
});
