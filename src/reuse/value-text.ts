/** Values as texts to compare: quicker to make than what Ruby prints, and another one when the value is. */
import { inspect } from '../ruby/inspect.js';
import { RubyDate } from '../ruby/time/date.js';
import { RubyTime } from '../ruby/time/time.js';
import { isHeldObject, RubyFloat, RubyRange, type Value } from '../ruby/value.js';

/** The text of a value; of a page, document or static file inside it that it is this one. */
export function valueText(value: Value): string {
  // Its length says where it ends.
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
  // What is read of it has keys of its own.
  if (isHeldObject(value)) return `file ${value.heldId}`;
  if (Array.isArray(value)) return `[${value.map(valueText).join()}]`;
  if (value instanceof Map) {
    let text = '{';
    for (const [key, item] of value) text += `${valueText(key)}:${valueText(item)},`;
    return `${text}}`;
  }
  if (value instanceof RubyFloat) return `float ${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (value instanceof RubyDate) return `date ${value.year} ${value.month} ${value.day}`;
  if (value instanceof RubyRange) return `range ${value.first} ${value.last}`;
  if (value instanceof RubyTime) {
    return `time ${value.seconds} ${value.nanoseconds} ${value.utcOffset} ${value.zone}`;
  }
  return inspect(value);
}
