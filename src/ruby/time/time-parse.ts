/** `Time.parse` of Ruby 3.1 (time.rb): makes a time of whatever `Date._parse` found, and says `null` where Ruby raises. */
import { daysInMonth } from './civil.js';
import { type ParsedDate, parseDate } from './date-parse.js';
import { clockFields, localTime, localTimeAt, nanosecondsOf, RubyTime, utcTime, zoneName } from './time.js';

/** RFC 822's zones with their hours, and the military letters. */
const NAMED_OFFSETS: Readonly<Record<string, number>> = {
  ...{ UTC: 0, Z: 0, UT: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, K: 10, L: 11, M: 12 },
  ...{ N: -1, O: -2, P: -3, Q: -4, R: -5, S: -6, T: -7, U: -8, V: -9, W: -10, X: -11, Y: -12 },
};

/**
 * Reads a time as Ruby does: what is missing before the first part found comes from `now` (asked only then), what is missing
 * behind it is the least value. Without a zone that Ruby knows it is local time.
 */
export function parseTime(text: string, now: Now): RubyTime | null {
  const parsed = parseIso(text) ?? parseDate(text);
  return parsed === null ? null : makeTime(parsed, now);
}

/** The form nearly every date has; the long way round gives the same. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?(?: ?([-+]\d\d:?\d\d|z|utc))?)?$/i;

function parseIso(text: string): ParsedDate | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const parsed: ParsedDate = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour !== undefined) parsed.hour = Number(hour);
  if (minute !== undefined) parsed.minute = Number(minute);
  if (second !== undefined) parsed.second = Number(second);
  if (zone !== undefined) parsed.zone = zone;
  return parsed;
}

/** The time in which a text is read, or how to get it. */
type Now = RubyTime | (() => RubyTime);

function present(now: Now): RubyTime {
  return typeof now === 'function' ? now() : now;
}

function makeTime(parsed: ParsedDate, now: Now): RubyTime | null {
  if (isEmpty(parsed)) return null;
  const { yearDay, zone } = parsed;
  const year = parsed.year ?? clockFields(present(now)).year;
  if (yearDay !== undefined) return makeFromYearDay(parsed, yearDay, year, now);
  const offset = zone === undefined ? null : zoneOffset(zone, year);
  const fields = fillFrom(parsed, now, offset);
  if (zone === undefined) return makeLocal(fields, parsed.fraction);
  // The year can have come from a `now` that lies in another year at that offset.
  const finalOffset = fields.year === year ? offset : zoneOffset(zone, fields.year);
  return finalOffset === null
    ? makeLocal(fields, parsed.fraction)
    : makeAtOffset(fields, parsed.fraction, zone, finalOffset);
}

/** Nothing but a zone, or not even that. */
function isEmpty({ year, month, day, yearDay, hour, minute, second, fraction }: ParsedDate): boolean {
  return [year, month, day, yearDay, hour, minute, second, fraction].every((part) => part === undefined);
}

function makeLocal(fields: Filled, fraction: string | undefined): RubyTime | null {
  return isInRange(fields) ? localTime(...inOrder(fields), nanosecondsOf(fraction)) : null;
}

function makeAtOffset(
  fields: Filled,
  fraction: string | undefined,
  zone: string,
  offset: number,
): RubyTime | null {
  const shifted = applyOffset(fields, offset);
  if (!isInRange(shifted) || Math.abs(offset) >= 86_400) return null;
  return inZone(utcTime(...inOrder(shifted), nanosecondsOf(fraction)), zone, offset);
}

function atOffset(time: RubyTime, offset: number): RubyTime {
  return new RubyTime(time.seconds, time.nanoseconds, offset, '');
}

/** Clock fields, none missing; not yet checked. */
interface Filled {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
/** The fields as `localTime` and `utcTime` take them. */
function inOrder({ year, month, day, hour, minute, second }: Filled) {
  return [year, month, day, hour, minute, second] as const;
}

const LEAST: Filled = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };

function fillFrom(parsed: ParsedDate, now: Now, offset: number | null): Filled {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parsed;
  if (year !== undefined) return { year, month, day, hour, minute, second };
  const filled = { ...LEAST };
  const time = present(now);
  const current = clockFields(offset === null ? localTimeAt(time.seconds) : atOffset(time, offset));
  const firstFound = PARTS.findIndex((part) => parsed[part] !== undefined);
  const borrowed = firstFound < 0 ? PARTS.length : firstFound;
  PARTS.forEach((part, index) => {
    filled[part] = parsed[part] ?? (index < borrowed ? current[part] : LEAST[part]);
  });
  return filled;
}

/** What `Time.utc` and `Time.local` accept. 30 February is fine, and becomes 1 or 2 March. */
function isInRange({ month, day, hour, minute, second }: Filled): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return false;
  return hour < 24 || (hour === 24 && minute === 0 && second === 0);
}

/** A day of the year is found by way of a month of 31 days: a first guess, put right by how far it is off. */
function makeFromYearDay(parsed: ParsedDate, yearDay: number, year: number, now: Now): RubyTime | null {
  if (yearDay < 1 || yearDay > 366) return null;
  const guess = { month: Math.floor((yearDay - 1) / 31) + 1, day: ((yearDay - 1) % 31) + 1 };
  const { yearDay: _, ...others } = parsed;
  const time = makeTime({ ...others, ...guess }, now);
  if (time === null) return null;
  const difference = yearDay - clockFields(time).yearDay;
  if (difference === 0) return time;
  const wanted = { month: guess.month, day: guess.day + difference };
  const length = daysInMonth(year, wanted.month)!;
  if (wanted.day > 28 && wanted.day > length) {
    wanted.month += 1;
    wanted.day -= length;
    if (wanted.month > 12) return null;
  }
  return makeTime({ ...others, ...wanted }, now);
}

/** The offset a zone stands for in seconds; `null` for one that Ruby does not know, and whose time is then local. */
function zoneOffset(zone: string, year: number): number | null {
  const name = zone.toUpperCase();
  const digits = /^([-+])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(name);
  if (digits !== null) {
    const size = (Number(digits[2]) * 60 + Number(digits[4])) * 60 + Number(digits[5] ?? 0);
    return digits[1] === '-' ? -size : size;
  }
  if (/^[-+]\d\d$/.test(name)) return Number(name) * 3600;
  if (Object.hasOwn(NAMED_OFFSETS, name)) return NAMED_OFFSETS[name]! * 3600;
  for (const month of [1, 7]) {
    const time = localTime(year, month, 1);
    if (zoneName(time).toUpperCase() === name) return time.utcOffset;
  }
  return null;
}

/** Parts of a day, the smallest first, with how many of each make one of the next. */
const CARRIES = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
] as const;

/**
 * Moves clock fields to UTC as `apply_offset` of time.rb does: by hand, and before anything is checked, so that hour 62
 * becomes hour 14 two days later when the offset has hours. Days past the month's end go no further than the first of the
 * next month.
 */
function applyOffset(fields: Filled, offset: number): Filled {
  const direction = offset < 0 ? 1 : -1;
  const moved = { ...fields };
  let rest = Math.abs(offset);
  for (const [part, size] of CARRIES) {
    const amount = rest % size;
    rest = Math.floor(rest / size);
    if (amount === 0) continue;
    const shifted = moved[part] + direction * amount;
    const carry = Math.floor(shifted / size);
    moved[part] = shifted - carry * size;
    rest += direction * carry;
  }
  moved.day += direction * rest;
  return rest === 0 ? moved : wrapDay(moved, direction);
}

function wrapDay(moved: Filled, direction: 1 | -1): Filled {
  const length = daysInMonth(moved.year, moved.month);
  if (direction > 0 && length !== undefined && length < moved.day) {
    const isLast = moved.month === 12;
    return { ...moved, day: 1, month: isLast ? 1 : moved.month + 1, year: moved.year + (isLast ? 1 : 0) };
  }
  if (direction > 0 || moved.day >= 1) return moved;
  const isFirst = moved.month <= 1;
  const month = isFirst ? 12 : moved.month - 1;
  const year = isFirst ? moved.year - 1 : moved.year;
  return { ...moved, year, month, day: daysInMonth(year, month) ?? 0 };
}

/** UTC stays UTC; the local zone is preferred to a bare offset of the same size. */
function inZone(utc: RubyTime, zone: string, offset: number): RubyTime {
  if (/^(?:-00:00|-0000|-00|UTC|Z|UT)$/i.test(zone)) return utc;
  const local = localTimeAt(utc.seconds, utc.nanoseconds);
  return local.utcOffset === offset ? local : atOffset(utc, offset);
}
