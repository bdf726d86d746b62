import { className } from '../ruby/compare.js';
import { toS } from '../ruby/to-s.js';
import { isFloat, isInteger, RubyFloat, type Value } from '../ruby/value.js';
import { LiquidError } from './errors.js';

const LEADING_INTEGER = /^[\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*)/;
const WHOLE_INTEGER = /^[\t\n\v\f\r ]*([+-]?(?:0|[1-9]\d*)(?:_\d+)*)[\t\n\v\f\r ]*$/;

/** `to_i` where it exists (numbers, strings, nil), as loops use it for `limit` and `offset`. */
export function toInteger(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string') return Number((LEADING_INTEGER.exec(value)?.[1] ?? '0').replaceAll('_', ''));
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof RubyFloat) return value.value;
  const text = typeof value === 'boolean' ? String(value) : `an instance of ${className(value)}`;
  throw new LiquidError('ruby', `undefined method \`to_i' for ${text}`);
}

/** The ends of a range that is known only in a rendering (Liquid 4.0.4, `RangeLookup#to_integer`): floats are refused. */
export function rangeEnd(value: Value): number {
  if (value === null || typeof value === 'string' || isInteger(value)) return toInteger(value);
  const match = isFloat(value) ? null : WHOLE_INTEGER.exec(toS(value));
  if (match === null) throw new LiquidError('runtime', 'invalid integer');
  return Number(match[1]!.replaceAll('_', ''));
}
