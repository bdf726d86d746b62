import { daysFromCivil, daysFromJulian, twoDigits, weekday, yearDigits } from './civil.js';
import { type ClockFields, localTime, type RubyTime } from './time.js';

/** A calendar day without time or zone: Ruby's `Date`, what YAML makes of `2024-01-31`. */
export class RubyDate {
  /**
   * @param year  as written, e.g. 2024; days before 1582-10-15 are the Julian calendar's, as in Ruby
   * @param month 1–12
   * @param day   1–31
   */
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}

/** 1582-10-15, the first day of the Gregorian calendar in Italy, as a day number. */
const GREGORIAN_START = -141_427;
/** Julian day number of 1970-01-01. */
const JULIAN_DAY_SHIFT = 2_440_588;

/** Day number of a date; day 0 is 1970-01-01. */
export function dateToDays(date: RubyDate): number {
  const gregorian = daysFromCivil(date.year, date.month, date.day);
  return gregorian >= GREGORIAN_START ? gregorian : daysFromJulian(date.year, date.month, date.day);
}

/** What strftime reads from a date: its midnight. */
export function dateFields(date: RubyDate): ClockFields {
  const days = dateToDays(date);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: 0,
    minute: 0,
    second: 0,
    weekday: weekday(days),
    yearDay: days - dateToDays(new RubyDate(date.year, 1, 1)) + 1,
  };
}

/** `Date#to_s`: `2024-01-31`. */
export function dateToText(date: RubyDate): string {
  return `${yearDigits(date.year)}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

/** `Date#inspect`: `#<Date: 2024-01-31 ((2460341j,0s,0n),+0s,2299161j)>`. */
export function inspectDate(date: RubyDate): string {
  return `#<Date: ${dateToText(date)} ((${dateToDays(date) + JULIAN_DAY_SHIFT}j,0s,0n),+0s,2299161j)>`;
}

/** `Date#to_time`: midnight in the local zone. */
export function dateToTime(date: RubyDate): RubyTime {
  return localTime(date.year, date.month, date.day);
}

/** `Date#<=>`. */
export function compareDates(a: RubyDate, b: RubyDate): number {
  return Math.sign(a.year - b.year || a.month - b.month || a.day - b.day);
}
