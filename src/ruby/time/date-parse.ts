/**
 * Ruby's lenient reading of dates: `Date._parse` (date 3.2, date_parse.c). A list of expressions is tried in order; what one
 * of them takes is cut out of the text, and the first that finds a date ends the search. Weekdays and ISO weeks are
 * recognised and dropped, since `Time.parse` ignores them.
 */
import { once } from '../once.js';
import { readDigitRun } from './date-parse-digits.js';

/** What was found; absent parts are `undefined`. Nothing is checked: the month may be 13. */
export interface ParsedDate {
  year?: number;
  month?: number;
  day?: number;
  /** 1–366. */
  yearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Digits behind the decimal point. */
  fraction?: string;
  /** As written: `est`, `+09:00`, `gmt-5`. */
  zone?: string;
  /** The year counts from 1 BC backwards. */
  isBeforeChrist?: boolean;
  /** A year of two digits is written in full (`'24`, `0024`): it is not taken for 2024. */
  isFullYear?: boolean;
}

/** Ruby refuses longer text, in bytes. */
const LONGEST = 128;

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
/** `\b` before and behind a word, which in Ruby knows all letters. */
const START = `(?<!${WORD})`;
const END = `(?!${WORD})`;
const ERA = '(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?';

/** Made when it is first tried: with Unicode's classes, all of them take some milliseconds of every start. */
type Pattern = () => RegExp;

/** Ruby's extended notation: an expression cut into parts for reading. */
function pattern(...parts: string[]): Pattern {
  return once(() => new RegExp(parts.join(''), 'iu'));
}

const SEPARATORS = /[^-+',./:@\p{Alphabetic}\p{Nd}[\]]+/gu;
const WEEKDAY = pattern(START, '(?:sun|mon|tue|wed|thu|fri|sat)[^-/\\d\\s]*');
const TIME = pattern(
  '((?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)',
  `(?:\\s*[ap](?:m${END}|\\.m\\.))?|\\d+\\s*[ap](?:m${END}|\\.m\\.))`,
  '(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?',
  `|[\\p{Alphabetic}.\\s]+(?:standard|daylight)\\stime${END}`,
  `|\\p{Alphabetic}+(?:\\sdst)?${END}))?`,
);
const CLOCK = pattern(
  '^(\\d+)h?(?:\\s*:?\\s*(\\d+)m?(?:\\s*:?\\s*(\\d+)(?:[,.](\\d+))?s?)?)?',
  `(?:\\s*([ap])(?:m${END}|\\.m\\.))?`,
);
const EUROPEAN = pattern(
  `('?\\d+)[^-\\d\\s]*\\s*(${MONTHS})[^-\\d\\s']*`,
  `(?:\\s*${ERA}\\s*('?-?\\d+(?:(?:st|nd|rd|th)${END})?))?`,
);
const AMERICAN = pattern(
  `${START}(${MONTHS})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${ERA}\\s*('?-?\\d+))?`,
);
const ISO = once(() => /('?[-+]?\d+)-(\d+)-('?-?\d+)/u);
const JAPANESE = pattern(START, '([mtsh])(\\d+)\\.(\\d+)\\.(\\d+)');
const DAY_MONTH_YEAR = pattern(`('?-?\\d+)-(${MONTHS})[^-/.]*-('?-?\\d+)`);
const MONTH_DAY_YEAR = pattern(START, `(${MONTHS})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`);
const SLASHES = once(() => /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/u);
const DOTS = once(() => /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/u);
const ISO_WEEK = pattern(START, '(?:\\d{2}|\\d{4})?-?w\\d{2}(?:-?\\d)?', END);
/** `\b` before the hyphen asks for a letter or digit there, since a hyphen is none; so does the one before `-123`. */
const ISO_WEEKDAY = pattern('-w-\\d', END);
const ISO_MONTH_DAY = pattern('--(\\d{2})?-(\\d{2})', END);
const ISO_MONTH = pattern('--(\\d{2})(\\d{2})?', END);
const FRACTION_LIKE = pattern('[,.](?:\\d{2}|\\d{4})-\\d{3}', END);
const ISO_ORDINAL = pattern(START, '(\\d{2}|\\d{4})-(\\d{3})', END);
const YEAR_LIKE = pattern('\\d-\\d{3}', END);
const ISO_DAY_OF_YEAR = pattern(`(?<=${WORD})-(\\d{3})`, END);
const YEAR = pattern("'(\\d+)", END);
const MONTH = pattern(START, `(${MONTHS})\\S*`);
const DAY = pattern('(\\d+)(?:st|nd|rd|th)', END);
const DIGIT_RUN = pattern(
  '([-+]?)(\\d{2,14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.](\\d*))?)?',
  `(?:\\s*(z${END}|[-+]\\d{1,4}${END}|\\[[-+]?\\d[^\\]]*\\]))?`,
);
const BEFORE_CHRIST = pattern(START, `(?:bc${END}|bce${END}|b\\.c\\.|b\\.c\\.e\\.)`);
const LONE_NUMBER = once(() => /^\s*(\d{1,2})\s*$/u);

/** Text being read, and what was found in it. */
interface Reading {
  text: string;
  readonly found: ParsedDate;
}

type Match = RegExpExecArray;

/** Cuts the expression's first match out of the text. */
function take(reading: Reading, expression: Pattern): Match | null {
  const match = expression().exec(reading.text);
  if (match === null) return null;
  reading.text = `${reading.text.slice(0, match.index)} ${reading.text.slice(match.index + match[0].length)}`;
  return match;
}

/** A rule needs these in the text, or is not tried: letters, digits, a hyphen, a dot, a slash. */
const NEEDS: Readonly<Record<string, RegExp>> = { a: /[A-Za-z]/, d: /\d/, '-': /-/, '.': /\./, '/': /\// };

function has(reading: Reading, needs: string): boolean {
  return [...needs].every((need) => NEEDS[need]!.test(reading.text));
}

/** The rules for dates in the order in which Ruby tries them, each with what the text must contain. */
const RULES: readonly (readonly [needs: string, rule: (reading: Reading) => boolean])[] = [
  ['ad', (r) => onMatch(take(r, EUROPEAN), (m) => assign(r.found, m[4], monthNumber(m[2]), m[1], m[3]))],
  ['ad', (r) => onMatch(take(r, AMERICAN), (m) => assign(r.found, m[4], monthNumber(m[1]), m[2], m[3]))],
  ['d-', (r) => onMatch(take(r, ISO), (m) => assign(r.found, m[1], m[2], m[3]))],
  ['d.', (r) => onMatch(take(r, JAPANESE), (m) => assignJapanese(r.found, m))],
  ['ad-', (r) => onMatch(take(r, DAY_MONTH_YEAR), (m) => assign(r.found, m[3], monthNumber(m[2]), m[1]))],
  ['ad-', (r) => onMatch(take(r, MONTH_DAY_YEAR), (m) => assign(r.found, m[3], monthNumber(m[1]), m[2]))],
  ['d/', (r) => onMatch(take(r, SLASHES), (m) => assign(r.found, m[1], m[2], m[3]))],
  ['d.', (r) => onMatch(take(r, DOTS), (m) => assign(r.found, m[1], m[2], m[3]))],
  ['d', (r) => take(r, ISO_WEEK) !== null],
  ['d', (r) => take(r, ISO_WEEKDAY) !== null],
  ['d', (r) => onMatch(take(r, ISO_MONTH_DAY), (m) => setNumbers(r.found, { month: m[1], day: m[2] }))],
  ['d', (r) => onMatch(take(r, ISO_MONTH), (m) => setNumbers(r.found, { month: m[1], day: m[2] }))],
  [
    'd',
    (r) =>
      onMatch(takeUnless(r, FRACTION_LIKE, ISO_ORDINAL), (m) =>
        setNumbers(r.found, { year: m[1], yearDay: m[2] }),
      ),
  ],
  [
    'd',
    (r) => onMatch(takeUnless(r, YEAR_LIKE, ISO_DAY_OF_YEAR), (m) => setNumbers(r.found, { yearDay: m[1] })),
  ],
  ['d', (r) => onMatch(take(r, YEAR), (m) => setNumbers(r.found, { year: m[1] }))],
  ['a', (r) => onMatch(take(r, MONTH), (m) => setNumbers(r.found, { month: monthNumber(m[1]) }))],
  ['d', (r) => onMatch(take(r, DAY), (m) => setNumbers(r.found, { day: m[1] }))],
  ['d', (r) => onMatch(take(r, DIGIT_RUN), (m) => readDigitRun(r.found, m))],
];

function onMatch(match: Match | null, use: (match: Match) => void): boolean {
  if (match === null) return false;
  use(match);
  return true;
}

function takeUnless(reading: Reading, refused: Pattern, expression: Pattern): Match | null {
  return refused().test(reading.text) ? null : take(reading, expression);
}

/** Finds what it can in a text. `null` when the text is too long to be looked at. */
export function parseDate(text: string): ParsedDate | null {
  if (text.length > LONGEST || Buffer.byteLength(text) > LONGEST) return null;
  const reading: Reading = { text: text.replace(SEPARATORS, ' '), found: {} };
  const { found } = reading;
  if (has(reading, 'a')) take(reading, WEEKDAY);
  if (has(reading, 'd')) onMatch(take(reading, TIME), (match) => assignTime(found, match));
  RULES.some(([needs, rule]) => has(reading, needs) && rule(reading));
  if (has(reading, 'a') && take(reading, BEFORE_CHRIST) !== null) found.isBeforeChrist = true;
  if (has(reading, 'd'))
    onMatch(take(reading, LONE_NUMBER), (match) => assignLoneNumber(found, Number(match[1])));
  if (found.year !== undefined) found.year = fullYear(found.year, found);
  return found;
}

function fullYear(year: number, { isBeforeChrist, isFullYear }: ParsedDate): number {
  const counted = isBeforeChrist ? 1 - year : year;
  if (isFullYear || counted < 0 || counted > 99) return counted;
  return counted + (counted >= 69 ? 1900 : 2000);
}

function setNumbers(
  found: ParsedDate,
  parts: { readonly [key in 'year' | 'month' | 'day' | 'yearDay']?: string | undefined },
): void {
  for (const [key, digits] of Object.entries(parts)) {
    if (digits !== undefined) found[key as 'year' | 'month' | 'day' | 'yearDay'] = Number(digits);
  }
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.split('|').indexOf(name!.toLowerCase()) + 1);
}

function assignTime(found: ParsedDate, match: Match): void {
  if (match[2] !== undefined) found.zone = match[2];
  // What `TIME` takes begins with digits, and so matches.
  const [, hour, minute, second, fraction, half] = CLOCK().exec(match[1]!)!;
  found.hour = Number(hour);
  if (half !== undefined) found.hour = (found.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (minute !== undefined) found.minute = Number(minute);
  if (second !== undefined) found.second = Number(second);
  if (fraction !== undefined) found.fraction = fraction;
}

/** The year before the first one of Meiji, Taisho, Showa, Heisei. */
const JAPANESE_ERAS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988 };

function assignJapanese(found: ParsedDate, match: Match): void {
  found.year = Number(match[2]) + JAPANESE_ERAS[match[1]!.toLowerCase()]!;
  found.month = Number(match[3]);
  found.day = Number(match[4]);
}

/** A number left over is the day beside a time, or the hour beside a day. */
function assignLoneNumber(found: ParsedDate, number: number): void {
  if (found.hour !== undefined && found.day === undefined && number >= 1 && number <= 31) found.day = number;
  if (found.day !== undefined && found.hour === undefined && number <= 24) found.hour = number;
}

/** Looks like a year: an apostrophe before it, or more than two characters. */
function isYearLike(part: string | undefined): boolean {
  return part !== undefined && (part.startsWith("'") || part.length > 2);
}

/** Says which of three numbers is the year, the month and the day, from their shapes. */
function assign(
  found: ParsedDate,
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
  era?: string,
): void {
  let year: string | undefined = first;
  let month: string | undefined = second;
  let day: string | undefined = third;
  if (year !== undefined && day === undefined) [year, month, day] = [undefined, year, month];
  if (year === undefined && isYearLike(day)) [year, day] = [day, undefined];
  const start = leadingNumber(year);
  if (start?.hasTail) [year, day] = [day, start.number];
  if (isYearLike(month)) [year, month, day] = [month, day, year];
  if (isYearLike(day)) [year, day] = [day, year];
  assignYear(found, year);
  if (era !== undefined && /^b/i.test(era)) found.isBeforeChrist = true;
  setNumbers(found, { month: digitsIn(month), day: digitsIn(day) });
}

function digitsIn(part: string | undefined): string | undefined {
  return part === undefined ? undefined : /\d+/.exec(part)?.[0];
}

/** The first number in a part with its sign, and whether something follows it (`3rd`). */
function leadingNumber(part: string | undefined): { number: string; hasTail: boolean } | null {
  const match = part === undefined ? null : /^[^-+\d]*([-+]\d*|\d+)(.?)/u.exec(part);
  return match === null ? null : { number: match[1]!, hasTail: match[2] !== '' };
}

function assignYear(found: ParsedDate, part: string | undefined): void {
  const number = leadingNumber(part)?.number;
  if (number === undefined) return;
  found.year = Number.parseInt(number, 10) || 0;
  if (/^[-+]|\d{3}/.test(number)) found.isFullYear = true;
}
