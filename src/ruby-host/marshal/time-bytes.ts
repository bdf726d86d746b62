/** Times and dates in Ruby's own binary forms (Ruby 3.1 to 3.4, `time_mdump`, `d_lite_marshal_dump`). */
import { civilFromDays, daysFromCivil } from '../../ruby/time/civil.js';
import { dateToDays, RubyDate } from '../../ruby/time/date.js';
import { clockFields, RubyTime, type TimeZone } from '../../ruby/time/time.js';
import { RubyFloat, type Value } from '../../ruby/value.js';

/** Julian day number of 1970-01-01. */
const JULIAN_DAY_SHIFT = 2_440_588;
/** 1582-10-15, the first day of the Gregorian calendar in Italy, as a Julian day number. */
const GREGORIAN_START = 2_299_161;
/** Days from 0000-03-01 of the Julian calendar to 1970-01-01. */
const JULIAN_EPOCH_SHIFT = 719_470;
const DAY = 86_400;
const FIRST_YEAR = 1900;
const LAST_YEAR = 1900 + 0xffff;
/** Marshal writes numbers from 1 to 122 as one byte that is so much greater. */
const SMALL_NUMBER = 5;

/** What stands beside a time's bytes. */
export interface TimeVariables {
  /** Seconds east of UTC; `null` for a time in UTC. */
  readonly offset: number | null;
  /** The zone's name, e.g. `CET`; `null` for none. */
  readonly zone: string | null;
  /** Nanoseconds below a microsecond. */
  readonly nanoseconds: number;
}

/** The eight bytes of a time, or more for years that they have no room for. */
export function timeBytes(time: RubyTime): Buffer {
  const { year, month, day, hour, minute, second } = clockFields({ ...time, utcOffset: 0 });
  const isBefore = year < FIRST_YEAR;
  const shown = isBefore ? 0 : Math.min(year, LAST_YEAR) - FIRST_YEAR;
  const isUtc = time.zone === 'UTC' ? 1 : 0;
  const high = 0x80000000 + isUtc * 0x40000000 + shown * 0x4000 + (month - 1) * 0x400 + day * 0x20 + hour;
  const low = minute * 0x4000000 + second * 0x100000 + Math.floor(time.nanoseconds / 1000);
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(high, 0);
  bytes.writeUInt32LE(low, 4);
  const beyond = isBefore ? FIRST_YEAR - year : Math.max(0, year - LAST_YEAR);
  return beyond === 0 ? bytes : Buffer.concat([bytes, yearBytes(beyond)]);
}

/** How many bytes there are, as Marshal writes small numbers, and these, the lowest first. */
function yearBytes(beyond: number): Buffer {
  const digits: number[] = [];
  for (let rest = beyond; rest > 0; rest = Math.floor(rest / 256)) digits.push(rest % 256);
  return Buffer.from([digits.length + SMALL_NUMBER, ...digits]);
}

/** The time behind such bytes. */
export function timeFromBytes(bytes: Buffer, { offset, zone, nanoseconds }: TimeVariables): RubyTime {
  const high = bytes.readUInt32LE(0);
  const low = bytes.readUInt32LE(4);
  const shown = Math.floor(high / 0x4000) % 0x10000;
  let beyond = 0;
  for (let index = bytes.length - 1; index > 8; index--) beyond = beyond * 256 + bytes[index]!;
  const year = FIRST_YEAR + (shown === 0 ? -beyond : shown + beyond);
  const days = daysFromCivil(year, (Math.floor(high / 0x400) % 16) + 1, Math.floor(high / 0x20) % 32);
  const second = Math.floor(low / 0x100000) % 64;
  const seconds = days * DAY + (high % 32) * 3600 + Math.floor(low / 0x4000000) * 60 + second;
  const isUtc = Math.floor(high / 0x40000000) % 2 === 1;
  return new RubyTime(
    seconds,
    (low % 0x100000) * 1000 + nanoseconds,
    isUtc ? 0 : (offset ?? 0),
    isUtc ? 'UTC' : zoneOf(zone),
  );
}

function zoneOf(zone: string | null): TimeZone {
  return zone === null ? '' : 'local';
}

/** The list that a date writes itself as. */
export function dateFields(date: RubyDate): Value[] {
  return [0, dateToDays(date) + JULIAN_DAY_SHIFT, 0, 0, 0, new RubyFloat(GREGORIAN_START)];
}

/** The date that such a list stands for. */
export function dateFromFields(fields: Value): RubyDate {
  const days = dayOf(fields);
  const isGregorian = days + JULIAN_DAY_SHIFT >= GREGORIAN_START;
  const { year, month, day } = isGregorian ? civilFromDays(days) : julianFromDays(days);
  return new RubyDate(year, month, day);
}

/** The moment that the list of a `DateTime` stands for. */
export function dateTimeFromFields(fields: Value): RubyTime {
  const [, , second, nanoseconds, offset] = fields as number[];
  return new RubyTime(dayOf(fields) * DAY + (second ?? 0), nanoseconds ?? 0, offset ?? 0, '');
}

function dayOf(fields: Value): number {
  return ((fields as number[])[1] ?? 0) - JULIAN_DAY_SHIFT;
}

/** The Julian date of a day number. Years begin in March, as in `ruby/time/civil.ts`. */
function julianFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + JULIAN_EPOCH_SHIFT;
  const marchYear = Math.floor((4 * shifted + 3) / 1461);
  const dayOfYear = shifted - Math.floor((1461 * marchYear) / 4);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: marchYear + (month <= 2 ? 1 : 0), month, day };
}
