/** Entries in groups with headings (jekyll-scholar 7.3.0, `Utilities#group`, `BibliographyTag#render_groups`). */
import { compare, compareStrings } from '../../ruby/compare.js';
import { mergeSort } from '../../ruby/merge-sort.js';
import { daysInMonth } from '../../ruby/time/civil.js';
import { RubyDate } from '../../ruby/time/date.js';
import { parseDate } from '../../ruby/time/date-parse.js';
import { clockFields, presentTime } from '../../ruby/time/time.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { Entry } from './bibtex/entry.js';
import { BibtexValue } from './bibtex/value.js';
import type { ScholarSettings } from './settings.js';
import { fieldOfKey, isDescending, nameOf } from './sort-entries.js';

/** Entries that have something in common. */
export interface Group {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** How groups are made. */
export interface Grouping {
  readonly settings: ScholarSettings;
  /** Directions of the groups' order, outermost first. */
  readonly directions: readonly string[];
  /** The moment that incomplete dates are completed from; the clock's if it is `null`. */
  readonly sourceDate: number | null;
}

/** The groups by one key, in their order. @param depth how many keys came before */
export function groupEntries(
  entries: readonly Entry[],
  name: string,
  depth: number,
  { settings, directions, sourceDate }: Grouping,
): readonly Group[] {
  const key = fieldOfKey(name);
  const groups = new Map<string, { readonly value: Value; readonly entries: Entry[] }>();
  for (const entry of entries) {
    const value = groupValue(entry, key, settings, sourceDate);
    const id = `${typeof value} ${toS(value)}`;
    const group = groups.get(id) ?? { value, entries: [] };
    group.entries.push(entry);
    groups.set(id, group);
  }
  const types = settings.texts('type_order');
  const sign = isDescending(directions, depth) ? -1 : 1;
  const order = (left: Value, right: Value): number =>
    key === 'type' ? compareTypes(toS(left), toS(right), types) : compareGroups(left, right);
  const sorted = mergeSort([...groups.values()], (left, right) => sign * order(left.value, right.value));
  return sorted.map((group) => ({
    heading: headingOf(key, group.value, settings),
    entries: group.entries,
  }));
}

function groupValue(entry: Entry, key: string, settings: ScholarSettings, sourceDate: number | null): Value {
  if (key === 'type') return settings.mapped('type_aliases', entry.type) ?? entry.type;
  if (key === 'name') return nameOf(entry);
  const value = entry.get(key);
  if (value === null) return '';
  if (key === 'year' || key === 'date') return dateIn(value.text, sourceDate) ?? value.text;
  if (value instanceof BibtexValue && value.isNumeric) return value.integer;
  return value.text;
}

/** Those that `type_order` names come first. */
function compareTypes(left: string, right: string, types: readonly string[]): number {
  const [first, second] = [types.indexOf(left), types.indexOf(right)];
  if (first < 0 || second < 0) return first === second ? 0 : first < 0 ? 1 : -1;
  return first - second;
}

/** Values without an order, such as a date and a text, go by their texts. */
function compareGroups(left: Value, right: Value): number {
  return compare(left, right) ?? compareStrings(toS(left), toS(right));
}

function headingOf(key: string, value: Value, settings: ScholarSettings): string {
  if (key === 'type') return settings.mapped('type_names', toS(value)) ?? toS(value);
  if (key !== 'month_numeric') return toS(value);
  const own = settings.get('month_names');
  const names = Array.isArray(own) ? own : MONTH_NAMES;
  const name = typeof value === 'number' ? (names.at(value < 0 ? value : value - 1) ?? null) : null;
  return value !== 0 && isTruthy(name) ? toS(name) : '(unknown)';
}

const MONTH_NAMES: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** Ruby's `Date.parse`; `null` where there is no date in it. What is missing is taken from the present day. */
function dateIn(text: string, sourceDate: number | null): RubyDate | null {
  const found = parseDate(text);
  if (found === null) return null;
  const { year, month, day } = found;
  if (year === undefined && month === undefined && day === undefined) return null;
  const today = clockFields(presentTime(sourceDate));
  const whole = {
    year: year ?? today.year,
    month: month ?? (year === undefined ? today.month : 1),
    day: day ?? 1,
  };
  const days = daysInMonth(whole.year, whole.month);
  if (days === undefined || whole.day < 1 || whole.day > days) return null;
  return new RubyDate(whole.year, whole.month, whole.day);
}
