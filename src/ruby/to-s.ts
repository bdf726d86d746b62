import { Expansion } from './expansion.js';
import { floatToText } from './float-text.js';
import { inspect } from './inspect.js';
import { dateToText, RubyDate } from './time/date.js';
import { RubyTime, timeToText } from './time/time.js';
import { Drop, isHeldObject, RubyFloat, RubyRange, type Value } from './value.js';

/** What `{{ value }}` prints: Ruby's `to_s`, except that an array's items are put together without a separator. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? joinItems(value, '') : toS(value);
}

/** Ruby's `to_s`: `''` for nil; arrays and hashes as `inspect` prints them. */
export function toS(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatToText(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Drop) return value.toText();
  if (value instanceof RubyFloat) return floatToText(value.value);
  if (value instanceof RubyTime) return timeToText(value);
  if (value instanceof RubyDate) return dateToText(value);
  if (value instanceof RubyRange) return `${value.first}..${value.last}`;
  return inspect(value);
}

/** `Array#join`: items as `to_s` prints them, arrays inside joined by the same separator. */
export function joinItems(items: readonly Value[], separator: string, expansion = new Expansion()): string {
  expansion.add(items.length);
  let text = '';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += separator;
    const item = items[i]!;
    if (Array.isArray(item)) text += joinItems(item, separator, expansion);
    else text += isHeldObject(item) ? item.heldText() : toS(item);
  }
  return text;
}
