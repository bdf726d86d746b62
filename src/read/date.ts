/** Dates of documents (`Utils.parse_date`): whatever front matter holds, as local time. */
import { RubyDate } from '../ruby/time/date.js';
import { localTime, localTimeAt, RubyTime } from '../ruby/time/time.js';
import { parseTime } from '../ruby/time/time-parse.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';

/**
 * The local time a value stands for, `null` when Ruby would refuse it. Jekyll prints the value and parses the text, so fractions
 * of a second are lost.
 *
 * @param now the present time, which fills in what the text leaves out
 */
export function parseDateValue(value: Value, now: RubyTime): RubyTime | null {
  if (value instanceof RubyTime) return localTimeAt(value.seconds);
  if (value instanceof RubyDate) return localTime(value.year, value.month, value.day);
  const time = parseTime(toS(value), now);
  return time === null ? null : localTimeAt(time.seconds, time.nanoseconds);
}
