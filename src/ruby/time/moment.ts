import { dateFields, dateToDays, RubyDate } from './date.js';
import { type ClockFields, clockFields, RubyTime, zoneName } from './time.js';

/** All that `strftime` may print of a `Time` or `Date`. */
export interface Moment extends ClockFields {
  readonly source: RubyTime | RubyDate;
  /** 0–999,999,999. */
  readonly nanoseconds: number;
  /** Whole seconds since 1970; of a date, its midnight in UTC. */
  readonly epoch: number;
  /** Seconds east of UTC. */
  readonly utcOffset: number;
}

/** Reads the clock fields of a time (in its own offset) or date. Made for every date printed, so written out field by field. */
export function momentOf(source: RubyTime | RubyDate): Moment {
  const isTime = source instanceof RubyTime;
  const fields = isTime ? clockFields(source) : dateFields(source);
  return {
    source,
    year: fields.year,
    month: fields.month,
    day: fields.day,
    hour: fields.hour,
    minute: fields.minute,
    second: fields.second,
    weekday: fields.weekday,
    yearDay: fields.yearDay,
    nanoseconds: isTime ? source.nanoseconds : 0,
    epoch: isTime ? source.seconds : dateToDays(source) * 86_400,
    utcOffset: isTime ? source.utcOffset : 0,
  };
}

/** What `%Z` prints. A date has no name for its zone, so the offset stands there. */
export function momentZone({ source }: Moment): string {
  return source instanceof RubyDate ? '+00:00' : zoneName(source);
}

/** The hour on a dial of twelve, 1–12. */
export function hour12({ hour }: Moment): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

/** Week of the year (0–53) when weeks start on the given day; 0 is Sunday. */
export function weekOfYear({ yearDay, weekday }: Moment, firstDay: 0 | 1): number {
  return Math.floor((yearDay + 6 - ((weekday + 7 - firstDay) % 7)) / 7);
}

/** ISO 8601's week (1–53) and the year it counts to: weeks start on Monday and belong to the year of their Thursday. */
export function isoWeek({ year, yearDay, weekday }: Moment): {
  readonly year: number;
  readonly week: number;
} {
  const thursday = yearDay + 3 - ((weekday + 6) % 7);
  if (thursday < 1) return { year: year - 1, week: weekAt(thursday + yearLength(year - 1)) };
  const length = yearLength(year);
  return thursday > length ? { year: year + 1, week: 1 } : { year, week: weekAt(thursday) };
}

function weekAt(thursday: number): number {
  return Math.floor((thursday - 1) / 7) + 1;
}

/** Days in a year as Ruby's dates count them. 1582 lost ten, but no week of it can tell. */
function yearLength(year: number): number {
  return dateToDays(new RubyDate(year + 1, 1, 1)) - dateToDays(new RubyDate(year, 1, 1));
}
