/** What Liquid's filters make of their input and arguments before they work (Liquid 4.0.4, `Utils`). */
import { numeric } from '../../ruby/compare.js';
import { Decimal } from '../../ruby/decimal.js';
import { type Integer, leadingInteger, wholeInteger } from '../../ruby/integer.js';
import { strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, type Value } from '../../ruby/value.js';
import { FilterError } from '../filter.js';

/** A number to calculate with: floats, and texts that look like one, are exact decimals. */
export type Operand = Integer | Decimal;

/** `Utils.to_number`: 0 for what is no number. */
export function toNumber(value: Value): Operand {
  if (typeof value === 'string') {
    const text = strip(value);
    return /^-?\d+\.\d+$/.test(text) ? Decimal.fromText(text) : leadingInteger(value);
  }
  if (isInteger(value)) return value;
  const number = numeric(value);
  return number === null ? 0 : Decimal.fromFloat(Number(number));
}

/** `Utils.to_integer`: Integers, and texts that are one in Ruby's notation. `3.0` is refused. */
export function toInteger(value: Value): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  const whole = typeof value === 'bigint' ? value : wholeInteger(toS(value));
  if (whole === null) throw new FilterError('invalid integer');
  return Number(whole);
}

/** An Integer as Ruby's `String#[]` and the like take it: past 64 bits it is an error, not a large number. */
export function toIndex(value: Value): number {
  const index = toInteger(value);
  if (Math.abs(index) >= 2 ** 63) throw new FilterError("bignum too big to convert into `long'", false);
  return index;
}
