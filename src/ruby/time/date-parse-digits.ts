import type { ParsedDate } from './date-parse.js';

type Part = 'year' | 'month' | 'day' | 'yearDay' | 'hour' | 'minute' | 'second';
type Layout = readonly (readonly [part: Part, digits: number])[];

/** A run of digits without anything behind it is a date, by its length: `20240131`, `2024031` (day of the year). */
const DATE_LAYOUTS: Readonly<Record<number, Layout>> = {
  2: [['day', 2]],
  3: [['yearDay', 3]],
  4: [
    ['month', 2],
    ['day', 2],
  ],
  5: [
    ['year', 2],
    ['yearDay', 3],
  ],
  6: [
    ['year', 2],
    ['month', 2],
    ['day', 2],
  ],
  7: [
    ['year', 4],
    ['yearDay', 3],
  ],
  8: [
    ['year', 4],
    ['month', 2],
    ['day', 2],
  ],
};

/** Longer runs go on with the time. */
const FULL_LAYOUT: Layout = [
  ['year', 4],
  ['month', 2],
  ['day', 2],
  ['hour', 2],
  ['minute', 2],
  ['second', 2],
];

/** With a fraction behind it the run ends in seconds, and is read from there to the left. */
const SECONDS_LAST: readonly Part[] = ['second', 'minute', 'hour', 'day', 'month', 'year'];

/**
 * A bare run of digits with what may follow it: `20240131T101500.5Z`. Groups: sign, digits, digits of the time, fraction, zone.
 * Origin: `parse_ddd` of date_parse.c.
 */
export function readDigitRun(found: ParsedDate, match: RegExpExecArray): void {
  const [, sign, digits = '', time, fraction, zone] = match;
  if (time === undefined && fraction !== undefined) readFromSeconds(found, digits);
  else readDate(found, digits);
  if (sign === '-' && found.year !== undefined) found.year = -found.year;
  if (time !== undefined && time.length % 2 === 0) readTime(found, time, fraction !== undefined);
  if (fraction !== undefined) found.fraction = fraction;
  if (zone !== undefined) found.zone = zone.startsWith('[') ? bracketedZone(zone) : zone;
}

function readDate(found: ParsedDate, digits: string): void {
  const layout = DATE_LAYOUTS[digits.length] ?? (digits.length % 2 === 0 ? FULL_LAYOUT : []);
  let at = 0;
  for (const [part, length] of layout) {
    if (at >= digits.length) break;
    found[part] = Number(digits.slice(at, at + length));
    at += length;
  }
  if (digits.length >= 8 && at > 0) found.isFullYear = true;
}

function readFromSeconds(found: ParsedDate, digits: string): void {
  if (digits.length > 8 && digits.length % 2 === 1) return;
  let end = digits.length;
  for (const part of SECONDS_LAST) {
    if (end <= 0) break;
    const length = part === 'year' ? end : 2;
    found[part] = Number(digits.slice(Math.max(0, end - length), end));
    end -= length;
  }
  if (digits.length === 14) found.isFullYear = true;
}

function readTime(found: ParsedDate, digits: string, endsInSeconds: boolean): void {
  const parts: Part[] = ['hour', 'minute', 'second'];
  const used = digits.length / 2;
  const order = endsInSeconds ? parts.slice(3 - used) : parts.slice(0, used);
  order.forEach((part, index) => {
    found[part] = Number(digits.slice(index * 2, index * 2 + 2));
  });
}

/** `[-5:EST]`: the name behind the colon, or all of it. */
function bracketedZone(zone: string): string {
  const inside = zone.slice(1, -1);
  return inside.includes(':') ? inside.slice(inside.indexOf(':') + 1) : inside;
}
