import { civilFromDays, daysFromCivil, twoDigits, weekday, yearDigits } from './civil.js';
import { localOffset, localSeconds, localZoneName } from './time-zone.js';

/**
 * Where a time's offset comes from: `UTC` (`Time#utc?`, printed as `UTC`), the local zone (its name is looked up when `%Z` asks
 * for it), or a bare offset without a name (`''`).
 */
export type TimeZone = 'UTC' | 'local' | '';

/** An instant with the offset it was written in: Ruby's `Time`. */
export class RubyTime {
  /**
   * @param seconds     whole seconds since 1970-01-01T00:00:00Z (floored, may be negative)
   * @param nanoseconds 0–999,999,999, added to `seconds`
   * @param utcOffset   seconds east of UTC, e.g. -18000 for New York in winter
   * @param zone        where the offset comes from
   */
  constructor(
    readonly seconds: number,
    readonly nanoseconds: number,
    readonly utcOffset: number,
    readonly zone: TimeZone,
  ) {}
}

/** What a clock and a calendar show. */
export interface ClockFields {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Sunday is 0. */
  readonly weekday: number;
  /** 1–366. */
  readonly yearDay: number;
}

const DAY = 86_400;

/** The fields of a time in its own offset. */
export function clockFields(time: RubyTime): ClockFields {
  const shown = time.seconds + time.utcOffset;
  const days = Math.floor(shown / DAY);
  const rest = shown - days * DAY;
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: weekday(days),
    yearDay: days - daysFromCivil(year, 1, 1) + 1,
  };
}

/** Nanoseconds of the digits behind a second's decimal point. */
export function nanosecondsOf(fraction = ''): number {
  return Number(fraction.slice(0, 9).padEnd(9, '0'));
}

/** `Time.at` in the local zone. */
export function localTimeAt(seconds: number, nanoseconds = 0): RubyTime {
  return new RubyTime(seconds, nanoseconds, localOffset(seconds), 'local');
}

/** `Time.local`. */
export function localTime(
  year: number,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  nanoseconds = 0,
): RubyTime {
  return localTimeAt(localSeconds(year, month, day, hour, minute, second), nanoseconds);
}

/** `Time.utc`. */
export function utcTime(
  year: number,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  nanoseconds = 0,
): RubyTime {
  const seconds = daysFromCivil(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
  return new RubyTime(seconds, nanoseconds, 0, 'UTC');
}

/** A time from milliseconds since 1970, such as a file's `mtimeMs` or `Date.now()`, in the local zone. */
export function timeFromMilliseconds(milliseconds: number): RubyTime {
  const seconds = Math.floor(milliseconds / 1000);
  return localTimeAt(seconds, Math.floor((milliseconds - seconds * 1000) * 1e6));
}

/** `Time.now`. @param held the second since 1970 at which the clock is held, `null` for the machine's clock */
export function presentTime(held: number | null = null): RubyTime {
  return held === null ? timeFromMilliseconds(Date.now()) : localTimeAt(held);
}

/** The same instant in the local zone: `Time#localtime`. */
export function toLocalTime(time: RubyTime): RubyTime {
  return time.zone === 'local' ? time : localTimeAt(time.seconds, time.nanoseconds);
}

/** `Time#zone` as `%Z` prints it; empty for a bare offset. */
export function zoneName(time: RubyTime): string {
  return time.zone === 'local' ? localZoneName(time.utcOffset) : time.zone;
}

/** `+0100`: seconds are left out. */
function offsetDigits(utcOffset: number): string {
  const minutes = Math.floor(Math.abs(utcOffset) / 60);
  const sign = utcOffset < 0 ? '-' : '+';
  return `${sign}${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`;
}

/** `Time#to_s`: `2024-01-31 10:00:00 +0100`, or `… UTC`. */
export function timeToText(time: RubyTime): string {
  return clockText(time, '');
}

/**
 * `Time#inspect`: as `to_s`, with the fraction of the second, trailing zeros dropped, and the seconds of an offset that has some
 * (`-045602` in New York before 1883).
 */
export function inspectTime(time: RubyTime): string {
  const fraction = String(time.nanoseconds).padStart(9, '0').replace(/0+$/, '');
  const text = clockText(time, fraction === '' ? '' : `.${fraction}`);
  const seconds = Math.abs(time.utcOffset) % 60;
  return seconds === 0 ? text : text + twoDigits(seconds);
}

function clockText(time: RubyTime, fraction: string): string {
  const { year, month, day, hour, minute, second } = clockFields(time);
  const zone = time.zone === 'UTC' ? 'UTC' : offsetDigits(time.utcOffset);
  return `${yearDigits(year)}-${twoDigits(month)}-${twoDigits(day)} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${fraction} ${zone}`;
}

/** `Time#<=>`: instants, whatever their offsets. */
export function compareTimes(a: RubyTime, b: RubyTime): number {
  return Math.sign(a.seconds - b.seconds || a.nanoseconds - b.nanoseconds);
}
