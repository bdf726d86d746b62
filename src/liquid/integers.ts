import { leadingInteger, wholeInteger } from '../ruby/integer.js';
import { RubyTime } from '../ruby/time.js';
import { toS } from '../ruby/to-s.js';
import { isInteger, RubyFloat, type Value } from '../ruby/value.js';
import { LiquidError } from './errors.js';
import { noMethod } from './filters/ruby-errors.js';

/** `to_i` where Ruby has it (numbers, strings, times, nil), as loops use it for `limit` and `offset`. */
export function toInteger(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string') return Number(leadingInteger(value));
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof RubyFloat) return value.value;
  if (value instanceof RubyTime) return value.seconds;
  throw noMethod('to_i', value);
}

/** The ends of a range that is known only in a rendering (Liquid 4.0.4, `RangeLookup#to_integer`): floats are refused. */
export function rangeEnd(value: Value): number {
  if (value === null || typeof value === 'string' || isInteger(value)) return toInteger(value);
  const whole = wholeInteger(toS(value));
  if (whole === null) throw new LiquidError('runtime', 'invalid integer');
  return Number(whole);
}
