/**
 * Calendar arithmetic on day numbers: no `Date` objects, so it is cheap, has no zone, and can be exact for any year.
 * Day 0 is 1970-01-01. Years are counted from March on, so that a leap day comes last, and Gregorian ones in eras of 400
 * years (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */

/** A calendar day. */
export interface CivilDay {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
/** Days in 400 Gregorian years. */
const ERA = 146_097;

/** Day number of a proleptic Gregorian date. Months and days outside their range are not normalised. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfEra = yearOfEra * 365 + leapDays + dayOfMarchYear(month, day);
  return era * ERA + dayOfEra - EPOCH_SHIFT;
}

/** Day of the year that began on the first of March, which is 0. From then on five months have 153 days. */
function dayOfMarchYear(month: number, day: number): number {
  return Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
}

/** The proleptic Gregorian date of a day number. */
export function civilFromDays(days: number): CivilDay {
  const shifted = days + EPOCH_SHIFT;
  const era = Math.floor(shifted / ERA);
  const dayOfEra = shifted - era * ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Day of the week of a day number, Sunday being 0. */
export function weekday(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a Gregorian month; `undefined` for a month outside 1–12. */
export function daysInMonth(year: number, month: number): number | undefined {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1];
}

/** Day number of a Julian calendar date. */
export function daysFromJulian(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  return marchYear * 365 + Math.floor(marchYear / 4) + dayOfMarchYear(month, day) - EPOCH_SHIFT - 2;
}

/** Two digits, zero padded. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A year as Ruby prints it: four digits at least, the sign not counted. */
export function yearDigits(year: number): string {
  if (year >= 1000) return String(year);
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}
