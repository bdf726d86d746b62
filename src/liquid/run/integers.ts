import { numeric } from '../../ruby/compare.js';
import { floatToText } from '../../ruby/float-text.js';
import { type Integer, integerOf, leadingInteger, wholeInteger } from '../../ruby/integer.js';
import { RubyTime } from '../../ruby/time/time.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, type Value } from '../../ruby/value.js';
import { LiquidError } from '../errors.js';
import { FilterError } from '../filter.js';
import { noMethod } from './ruby-errors.js';

/** `to_i` where Ruby has it: numbers, strings, times, nil. */
export function toI(value: Value): Integer {
  if (value === null) return 0;
  if (typeof value === 'string') return leadingInteger(value);
  if (value instanceof RubyTime) return value.seconds;
  if (isInteger(value)) return value;
  const float = numeric(value);
  if (float === null) throw noMethod('to_i', value);
  if (!Number.isFinite(float)) throw new FilterError(floatToText(Number(float)), false);
  return integerOf(Math.trunc(Number(float)));
}

/** As loops take `limit` and `offset`. */
export function toCount(value: Value): number {
  return Number(toI(value));
}

/** The ends of a range that is known only in a rendering (Liquid 4.0.4, `RangeLookup#to_integer`): floats are refused. */
export function rangeEnd(value: Value): number {
  if (value === null || typeof value === 'string' || isInteger(value)) return toCount(value);
  const whole = wholeInteger(toS(value));
  if (whole === null) throw new LiquidError('runtime', 'invalid integer');
  return Number(whole);
}
