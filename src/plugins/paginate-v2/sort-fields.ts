/** How documents are ordered by a field of their front matter (`Generator::Utils.sort_values`, `sort_get_post_data`). */
import type { Document } from '../../model/page.js';
import { compareStrings, order } from '../../ruby/compare.js';
import { downcase } from '../../ruby/string.js';
import { dateToDays, RubyDate } from '../../ruby/time/date.js';
import { RubyTime } from '../../ruby/time/time.js';
import type { Value } from '../../ruby/value.js';
import { lookupKey } from './keys.js';
import { wrong } from './settings.js';

const SECONDS_OF_DAY = 86_400;

/**
 * The value of a field of the document's; `null` when it has none, or a mapping.
 *
 * @param path names of keys, parted by colons, e.g. `cover:width`
 */
export function fieldOf(document: Document, path: string): Value {
  let value: Value = document.data;
  for (const written of path.split(':')) {
    const key = lookupKey(written);
    if (!(value instanceof Map)) return wrong('sort_field', `keys of mappings (not \`${path}\`)`, value);
    if (!value.has(key)) {
      // Jekyll finds a date for every document, when it is first asked for.
      if (value !== document.data || key !== 'date') return null;
      value = document.date;
    } else value = value.get(key) ?? null;
  }
  return value instanceof Map ? null : value;
}

/**
 * Nothing comes first, texts go without regard to capitals, days and times mix.
 *
 * @throws ComparisonError for values without an order
 */
export function compareFields(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(downcase(a), downcase(b));
  if (a instanceof RubyTime && b instanceof RubyDate) return compareMixed(a, b);
  if (a instanceof RubyDate && b instanceof RubyTime) return -compareMixed(b, a);
  return order(a, b);
}

/** A day begins at midnight in Greenwich (`Date#to_datetime`). */
function compareMixed(time: RubyTime, day: RubyDate): number {
  return Math.sign(time.seconds - dateToDays(day) * SECONDS_OF_DAY || time.nanoseconds);
}
