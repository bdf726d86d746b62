/** Queries of bibliographies (bibtex-ruby 6.2.0, `Element#matches?`): `@book[year>=2001 && author~=Knuth], @article`. */

import { compareStrings } from '../../../ruby/compare.js';
import { inspect } from '../../../ruby/inspect.js';
import { leadingInteger } from '../../../ruby/integer.js';
import { strip } from '../../../ruby/string.js';
import { type Entry, MONTHS } from './entry.js';

const PART = /(!)?@(\*|[A-Za-z0-9_]+)(?:\[([^\]]*)\])?/g;
const OPERATOR = /[ \t\r\n\f\v]*([!~/^<>]?=|!~|=~|<|>)[ \t\r\n\f\v]*/;

/** A regular expression in a query that is none. */
export class QueryError extends Error {
  constructor(pattern: string, reason: string) {
    super(`invalid pattern ${inspect(pattern)} in a query: ${reason}`);
    this.name = 'QueryError';
  }
}

/** Whether any part of the query, a type with conditions, fits the entry. */
export function matchesQuery(entry: Entry, query: string): boolean {
  return [...query.matchAll(PART)].some(([, not, type, conditions]) => {
    const isOfType = hasType(entry, type!);
    if (not === undefined ? !isOfType : isOfType) return false;
    return conditions === undefined || conditions === '' || meetsAny(entry, conditions);
  });
}

function hasType({ type }: Entry, wanted: string): boolean {
  return /^(?:entry|\*)$/i.test(wanted) || wanted.toLowerCase() === type;
}

function meetsAny(entry: Entry, conditions: string): boolean {
  return partsOf(conditions, /[ \t\r\n\f\v]*\|\|[ \t\r\n\f\v]*/).some((all) =>
    partsOf(all, /[ \t\r\n\f\v]*(?:,|&&)[ \t\r\n\f\v]*/).every((condition) => meets(entry, condition)),
  );
}

/** Ruby's `split`, which leaves empty texts at the end out. */
function partsOf(text: string, separator: RegExp): string[] {
  const parts = text.split(separator);
  while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}

function meets(entry: Entry, condition: string): boolean {
  const [property, operator, value] = partsOf(condition, OPERATOR);
  if (property === undefined) return true;
  const name = strip(property);
  if (operator === undefined) return entry.provided(name) !== null;
  return compareTo(propertyOf(entry, name), operator, value === undefined ? null : strip(value));
}

function compareTo(actual: string | null, operator: string, value: string | null): boolean {
  switch (operator) {
    case '!=':
    case '/=':
      return actual === null || actual !== value;
    case '^=':
      return actual !== null && patternOf(`^${value ?? ''}`).test(actual);
    case '~=':
      return actual !== null && patternOf(value ?? '').test(actual);
    case '!~':
      return actual === null || !patternOf(value ?? '').test(actual);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return actual !== null && isOrdered(order(actual, value ?? ''), operator);
    default:
      return actual !== null && actual === value;
  }
}

function order(actual: string, value: string): number {
  const isNumber = (text: string): boolean => /(?<![^\n])\d+(?![^\n])/.test(text);
  if (!isNumber(actual) || !isNumber(value)) return compareStrings(actual, value);
  const [left, right] = [leadingInteger(actual), leadingInteger(value)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function isOrdered(order: number, operator: '<' | '>' | '<=' | '>='): boolean {
  if (order === 0) return operator.endsWith('=');
  return order < 0 ? operator.startsWith('<') : operator.startsWith('>');
}

/** What an entry says of itself besides its fields. */
const PROPERTIES: ReadonlyMap<string, (entry: Entry) => string | null> = new Map([
  ['key', ({ key }) => key],
  ['id', ({ key }) => key],
  ['year', (entry) => entry.year],
  ['date', (entry) => (entry.get('date') ?? entry.get('year'))?.text ?? null],
  ['month_numeric', monthNumber],
  ['container_title', (entry) => textOfFirst(entry, ['booktitle', 'journal', 'container'])],
  ['pages_from', (entry) => pagesOf(entry).at(0) ?? null],
  ['pages_to', (entry) => pagesOf(entry).at(-1) ?? null],
  ['authors', (entry) => entry.get('author')?.text ?? null],
  ['editors', (entry) => entry.get('editor')?.text ?? null],
  ['translators', (entry) => entry.get('translator')?.text ?? null],
]);

function propertyOf(entry: Entry, name: string): string | null {
  if (name === 'type') return entry.fields.get('type')?.text ?? null;
  const property = PROPERTIES.get(name);
  return property === undefined ? (entry.get(name)?.text ?? null) : property(entry);
}

function monthNumber({ fields }: Entry): string | null {
  const index = MONTHS.indexOf(fields.get('month')?.text ?? '');
  return index < 0 ? null : String(index + 1);
}

function textOfFirst(entry: Entry, names: readonly string[]): string | null {
  return names.map((name) => entry.get(name)).find((value) => value !== null)?.text ?? null;
}

function pagesOf(entry: Entry): readonly string[] {
  return partsOf(entry.get('pages')?.text ?? '', /\D+/);
}

/** Ruby's patterns as far as queries have them: its `^` and `$` stand for lines, `\A` and `\z` for the text. */
function patternOf(source: string): RegExp {
  const translated = source
    .replace(/\\[AzZh]|\(\?i\)/g, (anchor) => ANCHORS[anchor] ?? '')
    .replaceAll('[[:alpha:]]', '\\p{Alphabetic}');
  try {
    return new RegExp(translated, source.includes('(?i)') ? 'mui' : 'mu');
  } catch {
    return looserPattern(source, translated);
  }
}

const ANCHORS: Readonly<Record<string, string>> = {
  '\\A': '(?<![\\s\\S])',
  '\\z': '(?![\\s\\S])',
  '\\Z': '(?=\\n?(?![\\s\\S]))',
  '\\h': '[\\da-fA-F]',
};

/** Ruby lets escapes stand where JavaScript minds them. */
function looserPattern(source: string, translated: string): RegExp {
  try {
    return new RegExp(translated, 'm');
  } catch (error) {
    throw new QueryError(source, error instanceof Error ? error.message : String(error));
  }
}
