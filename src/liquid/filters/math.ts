/** Arithmetic (Liquid 4.0.4, `StandardFilters`). Integers stay Integers; anything with a point is calculated exactly. */
import { Decimal, DecimalError } from '../../ruby/decimal.js';
import { type Integer, IntegerError, integerArithmetic, integerOf } from '../../ruby/integer.js';
import { RubyFloat, toFloat, type Value } from '../../ruby/value.js';
import { type Filter, FilterError } from '../filter.js';
import { type Operand, toNumber } from './convert.js';

/** The value of a result: exact decimals end as floats. */
function toValue(result: Operand): Value {
  if (!(result instanceof Decimal)) return result;
  const number = result.toNumber();
  return Object.is(number, -0) ? new RubyFloat(-0) : toFloat(number);
}

function toDecimal(operand: Operand): Decimal {
  return operand instanceof Decimal ? operand : Decimal.fromInteger(operand);
}

function isZero(operand: Operand): boolean {
  return operand instanceof Decimal ? operand.isZero : operand === 0;
}

function operation(
  name: string,
  integers: (a: Integer, b: Integer) => Integer,
  decimals: (a: Decimal, b: Decimal) => Decimal,
): Filter {
  return {
    name,
    arity: [1, 1],
    apply(_context, input, operand = null) {
      const a = toNumber(input);
      const b = toNumber(operand);
      const areIntegers = !(a instanceof Decimal) && !(b instanceof Decimal);
      return areIntegers ? bounded(() => integers(a, b)) : toValue(decimals(toDecimal(a), toDecimal(b)));
    },
  };
}

/** Refuses numbers that grow without end. */
function bounded(compute: () => Integer): Integer {
  try {
    return compute();
  } catch (error) {
    if (error instanceof IntegerError) throw new FilterError(`Memory limits exceeded: ${error.message}`);
    throw error;
  }
}

function divisor(value: Operand): void {
  if (isZero(value)) throw new FilterError('divided by 0');
}

function divide(sign: '/' | '%'): (a: Integer, b: Integer) => Integer {
  return (a, b) => {
    divisor(b);
    return integerArithmetic(sign, a, b);
  };
}

function moduloDecimals(a: Decimal, b: Decimal): Decimal {
  if (!a.isNaN) divisor(b);
  return a.modulo(b);
}

/** Infinity and NaN are no Integers. */
function whole<T extends Operand>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DecimalError) throw new FilterError(error.message, true);
    throw error;
  }
}

function wholeFilter(name: string, round: (value: Decimal) => Integer): Filter {
  return {
    name,
    arity: [0, 0],
    apply(_context, input) {
      const number = toNumber(input);
      return number instanceof Decimal ? toValue(whole(() => round(number))) : number;
    },
  };
}

/** Of C's `int`, in which Ruby counts places. */
const LARGEST_INT = 2_147_483_647;

/** `round: n`. Without places, or with the number 0, the result is an Integer. */
function round(input: Value, places: Value): Value {
  const number = toNumber(input);
  const count = toNumber(places);
  const digits = Number(count instanceof Decimal ? whole(() => count.truncate()) : count);
  if (Math.abs(digits) > LARGEST_INT)
    throw new FilterError(`integer ${digits} too big to convert to \`int'`, false);
  const result = number instanceof Decimal ? whole(() => number.round(digits)) : roundInteger(number, digits);
  return toValue(result);
}

function roundInteger(value: Integer, places: number): Operand {
  return places >= 0 ? value : Decimal.fromInteger(value).round(places);
}

function limit(name: string, replaces: (limit: Operand, value: Operand) => boolean): Filter {
  return {
    name,
    arity: [1, 1],
    apply(_context, input, bound = null) {
      const limitValue = toNumber(bound);
      const value = toNumber(input);
      return toValue(replaces(limitValue, value) ? limitValue : value);
    },
  };
}

function isGreater(a: Operand, b: Operand): boolean {
  if (!(a instanceof Decimal) && !(b instanceof Decimal)) return a > b;
  return toDecimal(a).minus(toDecimal(b)).toNumber() > 0;
}

/** Filters of numbers. */
export const mathFilters: readonly Filter[] = [
  operation(
    'plus',
    (a, b) => integerArithmetic('+', a, b),
    (a, b) => a.plus(b),
  ),
  operation(
    'minus',
    (a, b) => integerArithmetic('-', a, b),
    (a, b) => a.minus(b),
  ),
  operation(
    'times',
    (a, b) => integerArithmetic('*', a, b),
    (a, b) => a.times(b),
  ),
  operation('divided_by', divide('/'), (a, b) => a.dividedBy(b)),
  operation('modulo', divide('%'), moduloDecimals),
  wholeFilter('ceil', (value) => value.ceil()),
  wholeFilter('floor', (value) => value.floor()),
  limit('at_least', (bound, value) => isGreater(bound, value)),
  limit('at_most', (bound, value) => isGreater(value, bound)),
  { name: 'round', arity: [0, 1], apply: (_context, input, places = 0) => round(input, places) },
  {
    name: 'abs',
    arity: [0, 0],
    apply(_context, input) {
      const number = toNumber(input);
      if (number instanceof Decimal) return toValue(number.abs());
      return typeof number === 'bigint' ? integerOf(number < 0n ? -number : number) : Math.abs(number);
    },
  },
];
