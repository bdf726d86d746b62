/**
 * The local zone, which Ruby takes from `TZ` and Jekyll sets from `timezone:`. A native `Date` knows it at 0.16 µs a look-up
 * (`Intl` takes 3.6), and follows `process.env.TZ`; so that variable is the one changing value outside of the build, set for one
 * synchronous stretch and put back.
 */
import { daysFromCivil, twoDigits } from './civil.js';
import { zoneAbbreviation } from './zone-abbreviations.js';

/** Runs `action` with the given zone as the local one. `null` keeps the machine's. Works on the main thread only. */
export function withTimeZone<T>(zone: string | null, action: () => T): T {
  if (zone === null) return action();
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return action();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

/** Names of the zone that an unknown one is taken for. */
const UTC_NAMES = /^:?(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)(?:[+-]?0)?$/i;

/** Whether the process knows a zone by that name: it takes any other for UTC. */
export function isKnownTimeZone(zone: string): boolean {
  const taken = withTimeZone(
    zone,
    (): string | undefined => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  return taken !== undefined && (taken !== 'UTC' || UTC_NAMES.test(zone));
}

/** From here on every zone's offset is whole minutes (Liberia was the last), as `getTimezoneOffset` rounds: 1972-05-01. */
const WHOLE_MINUTES = 73_526_400;

/** The Gregorian calendar repeats, weekdays included, after 400 years. Counted in seconds. */
const CYCLE = 146_097 * 86_400;
/** A native `Date` ends with the year 275,760; what lies beyond is looked up as many cycles away as it takes. */
const LAST_YEAR = 270_000;
const LAST_SECOND = LAST_YEAR * 31_556_952;

/** Offset of the local zone at an instant, in seconds east of UTC. */
export function localOffset(seconds: number): number {
  return offsetAt(Math.abs(seconds) < LAST_SECOND ? seconds : seconds % CYCLE);
}

function offsetAt(seconds: number): number {
  const date = new Date(seconds * 1000);
  if (seconds >= WHOLE_MINUTES) return -60 * date.getTimezoneOffset();
  const days = daysFromCivil(date.getFullYear(), date.getMonth() + 1, date.getDate());
  return days * 86_400 + date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds() - seconds;
}

/**
 * The instant at which local clocks show a time, in seconds since 1970. Fields past their range carry over (hour 24 is the next
 * day's 0). Of a time shown twice Ruby takes the later one, and one that clocks skip counts with the offset before the gap.
 */
export function localSeconds(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const cycles = Math.abs(year) < LAST_YEAR ? 0 : Math.trunc((year - 2000) / 400);
  const date = new Date(year - cycles * 400, month - 1, day, hour, minute, second);
  // The constructor takes years below 100 for the 20th century's.
  if (year >= 0 && year < 100) {
    date.setFullYear(year, month - 1, day);
    date.setHours(hour, minute, second);
  }
  return laterOfTwo(Math.floor(date.getTime() / 1000)) + cycles * CYCLE;
}

/** What `%Z` prints for local time: `EST`, or the offset (`+03`) where the zone has no letters. */
export function localZoneName(offset: number): string {
  const zone = process.env['TZ']?.replace(/^:/, '') || new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = zoneAbbreviation(zone, offset);
  if (known !== undefined) return known;
  // Places without letters have `+00`, as the Azores in summer.
  if (offset === 0 && !isPlace(zone)) return 'UTC';
  // Before standard time every place had its own, which the tz database calls local mean time.
  if (offset % 60 !== 0) return 'LMT';
  const minutes = Math.floor(Math.abs(offset) / 60);
  const rest = minutes % 60;
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}${rest === 0 ? '' : twoDigits(rest)}`;
}

function isPlace(zone: string): boolean {
  return zone.includes('/') && !zone.startsWith('Etc/');
}

/** Clocks are put back by less than this, in seconds. */
const LONGEST_REPEAT = 4 * 3600;

/** The second time at which clocks show what they show at an instant, or the instant itself. */
function laterOfTwo(seconds: number): number {
  const before = localOffset(seconds);
  const after = localOffset(seconds + LONGEST_REPEAT);
  if (after >= before) return seconds;
  const later = seconds + before - after;
  return localOffset(later) === after ? later : seconds;
}
