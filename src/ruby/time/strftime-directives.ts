import { RubyDate } from './date.js';
import { hour12, isoWeek, type Moment, momentZone, weekOfYear } from './moment.js';

/** What stands between `%` and the letter. */
export interface DirectiveOptions {
  /** `0` or `_` (a space); empty without a flag. */
  readonly padding: string;
  /** `-`: no padding. */
  readonly left: boolean;
  /** `^`. */
  readonly upper: boolean;
  /** `#`. */
  readonly swapCase: boolean;
  /** 0 without one. */
  readonly width: number;
  /** Of `%:z`, 0–3. */
  readonly colons: number;
}

/** One letter: a number with its usual width and padding, a format of its own, or text made in another way. */
export type Directive =
  | {
      readonly kind: 'number';
      readonly value: (moment: Moment) => number;
      readonly digits: number | ((value: number) => number);
      readonly padding: string;
    }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'text'; readonly print: (moment: Moment, options: DirectiveOptions) => string };

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Pads a number, its sign inside the width. */
export function formatNumber(
  value: number,
  digits: number | ((value: number) => number),
  padding: string,
  options: DirectiveOptions,
): string {
  const usual = typeof digits === 'number' ? digits : digits(value);
  const width = options.left ? 1 : options.width || usual;
  if ((options.padding || padding) === ' ') return String(value).padStart(width, ' ');
  return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
}

/** Pads text (with spaces unless told) and raises its letters. */
export function formatText(text: string, options: DirectiveOptions): string {
  const raised = options.upper ? text.toUpperCase() : text;
  return options.left ? raised : raised.padStart(options.width, options.padding || ' ');
}

function name(of: (moment: Moment) => string): Directive {
  return {
    kind: 'text',
    print: (moment, options) => formatText(options.swapCase ? of(moment).toUpperCase() : of(moment), options),
  };
}

function number(
  value: (moment: Moment) => number,
  digits: number | ((value: number) => number),
  padding = '0',
): Directive {
  return { kind: 'number', value, digits, padding };
}

function format(text: string): Directive {
  return { kind: 'format', format: text };
}

/** `%L`, `%N`: leading digits of the fraction; the width says how many. */
function fraction(usual: number): Directive {
  return {
    kind: 'text',
    print: ({ nanoseconds }, { width }) => {
      const count = width || usual;
      return String(nanoseconds).padStart(9, '0').slice(0, count).padEnd(count, '0');
    },
  };
}

/** `%p` is raised already, and lowered by `#`; `%P` the other way round. */
function halfOfDay(lowered: (options: DirectiveOptions) => boolean): Directive {
  return {
    kind: 'text',
    print: ({ hour }, options) => {
      const text = hour < 12 ? 'AM' : 'PM';
      return lowered(options)
        ? formatText(text.toLowerCase(), { ...options, upper: false })
        : formatText(text, options);
    },
  };
}

function zoneAbbreviation(moment: Moment, options: DirectiveOptions): string {
  const text = momentZone(moment);
  if (text === '') return '';
  return options.swapCase
    ? formatText(text.toLowerCase(), { ...options, upper: false })
    : formatText(text, options);
}

/** `%z` and its forms with colons: `+0100`, `+01:00`, `+01:00:00`, and the shortest of them. The padding goes to the hours. */
function zoneOffset(
  { source, utcOffset }: Moment,
  { colons, left, padding, width }: DirectiveOptions,
): string {
  const isDate = source instanceof RubyDate;
  const isNegative = utcOffset < 0 || (left && !isDate && source.zone === 'UTC');
  const size = Math.abs(utcOffset);
  const minutes = String(Math.floor(size / 60) % 60).padStart(2, '0');
  const seconds = String(size % 60).padStart(2, '0');
  const rest = ['', `:${minutes}`, `:${minutes}:${seconds}`];
  const shortest = size % 3600 === 0 ? 0 : size % 60 === 0 ? 1 : 2;
  const tail = colons === 0 ? minutes : rest[colons === 3 ? shortest : colons]!;
  const hours = String(Math.floor(size / 3600));
  const hourWidth = Math.max(left && isDate ? 1 : 2, width - 1 - tail.length);
  const sign = isNegative ? '-' : '+';
  return padding === ' '
    ? `${sign}${hours}`.padStart(hourWidth + 1, ' ') + tail
    : `${sign}${hours.padStart(hourWidth, '0')}${tail}`;
}

/** Every letter that Ruby knows. */
export const DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['A', name((m) => WEEKDAYS[m.weekday]!)],
  ['a', name((m) => WEEKDAYS[m.weekday]!.slice(0, 3))],
  ['B', name((m) => MONTHS[m.month - 1]!)],
  ['b', name((m) => MONTHS[m.month - 1]!.slice(0, 3))],
  ['h', name((m) => MONTHS[m.month - 1]!.slice(0, 3))],
  ['C', number((m) => Math.floor(m.year / 100), 2)],
  ['c', format('%a %b %e %H:%M:%S %Y')],
  ['D', format('%m/%d/%y')],
  ['d', number((m) => m.day, 2)],
  ['e', number((m) => m.day, 2, ' ')],
  ['F', format('%Y-%m-%d')],
  ['G', number((m) => isoWeek(m).year, yearWidth)],
  ['g', number((m) => modulo100(isoWeek(m).year), 2)],
  ['H', number((m) => m.hour, 2)],
  ['I', number(hour12, 2)],
  ['j', number((m) => m.yearDay, 3)],
  ['k', number((m) => m.hour, 2, ' ')],
  ['L', fraction(3)],
  ['l', number(hour12, 2, ' ')],
  ['M', number((m) => m.minute, 2)],
  ['m', number((m) => m.month, 2)],
  ['N', fraction(9)],
  ['n', { kind: 'text', print: (_, options) => formatText('\n', options) }],
  ['P', halfOfDay((options) => !options.swapCase && !options.upper)],
  ['p', halfOfDay((options) => options.swapCase)],
  ['Q', number((m) => m.epoch * 1000, 1)],
  ['R', format('%H:%M')],
  ['r', format('%I:%M:%S %p')],
  ['S', number((m) => m.second, 2)],
  ['s', number((m) => m.epoch, 1)],
  ['T', format('%H:%M:%S')],
  ['t', { kind: 'text', print: (_, options) => formatText('\t', options) }],
  ['U', number((m) => weekOfYear(m, 0), 2)],
  ['u', number((m) => m.weekday || 7, 1)],
  ['V', number((m) => isoWeek(m).week, 2)],
  ['v', format('%e-%^b-%4Y')],
  ['W', number((m) => weekOfYear(m, 1), 2)],
  ['w', number((m) => m.weekday, 1)],
  ['X', format('%H:%M:%S')],
  ['x', format('%m/%d/%y')],
  ['Y', number((m) => m.year, yearWidth)],
  ['y', number((m) => modulo100(m.year), 2)],
  ['Z', { kind: 'text', print: zoneAbbreviation }],
  ['z', { kind: 'text', print: zoneOffset }],
  ['+', format('%a %b %e %H:%M:%S %Z %Y')],
  ['%', { kind: 'text', print: (_, options) => formatText('%', options) }],
]);

function yearWidth(year: number): number {
  return year < 0 ? 5 : 4;
}

function modulo100(year: number): number {
  return ((year % 100) + 100) % 100;
}
