/** Ruby's values, and records made of them, as JSON. What has code in it, such as a drop, cannot be written. */
import { RubyDate } from '../ruby/time/date.js';
import { RubyTime } from '../ruby/time/time.js';
import { RubyFloat, RubyRange } from '../ruby/value.js';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Thrown for a value that JSON cannot say. */
export class UnwritableValueError extends Error {
  override readonly name = 'UnwritableValueError';
}

/**
 * A value as JSON: what is neither text, whole or broken number, truth value nor `null` is a list that begins with a word for what it is.
 *
 * @throws UnwritableValueError
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined) return ['undefined'];
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', numberText(value)];
  if (typeof value === 'bigint') return ['bigint', String(value)];
  if (typeof value === 'object') return objectToJson(value);
  throw new UnwritableValueError(typeof value);
}

function objectToJson(value: object): Json {
  if (Array.isArray(value)) return ['list', ...value.map(toJson)];
  if (value instanceof Map) return mapToJson(value);
  if (value instanceof RubyFloat) return ['float', Object.is(value.value, -0) ? '-0' : String(value.value)];
  if (value instanceof RubyDate) return ['date', value.year, value.month, value.day];
  if (value instanceof RubyTime) {
    const { seconds, nanoseconds, utcOffset, zone } = value;
    return ['time', seconds, nanoseconds, utcOffset, toJson(zone)];
  }
  if (value instanceof RubyRange) return ['range', value.first, value.last];
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new UnwritableValueError(value.constructor.name);
  return ['record', ...Object.entries(value).flatMap(([key, item]) => [key, toJson(item)])];
}

function mapToJson(value: ReadonlyMap<unknown, unknown>): Json {
  const json: Json[] = ['map'];
  for (const [key, item] of value) json.push(toJson(key), toJson(item));
  return json;
}

/** The value that `toJson` wrote. */
export function fromJson(json: Json): unknown {
  if (!Array.isArray(json)) return json;
  const [word, ...rest] = json as readonly Json[];
  return READERS[word as string]!(rest);
}

const READERS: Readonly<Record<string, (rest: readonly Json[]) => unknown>> = {
  undefined: () => undefined,
  number: ([text]) => Number(text),
  bigint: ([text]) => BigInt(text as string),
  list: (rest) => rest.map(fromJson),
  map: (rest) => new Map(pairs(rest.map(fromJson))),
  float: ([text]) => new RubyFloat(Number(text)),
  date: ([year, month, day]) => new RubyDate(Number(year), Number(month), Number(day)),
  time: ([seconds, nanoseconds, offset, zone]) =>
    new RubyTime(Number(seconds), Number(nanoseconds), Number(offset), fromJson(zone!) as RubyTime['zone']),
  range: ([first, last]) => new RubyRange(Number(first), Number(last)),
  record: (rest) => Object.fromEntries(pairs(rest).map(([key, item]) => [key, fromJson(item)])),
};

function pairs<T>(items: readonly T[]): [T, T][] {
  return Array.from({ length: items.length / 2 }, (_, index) => [items[2 * index]!, items[2 * index + 1]!]);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** JSON in which everything but ASCII is escaped: such a text is read quicker, as one byte a character. */
export function asciiJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * `asciiJson` of a value as `toJson` gives it, written at once: of thousands of values lists of what is in them take as long as the rest.
 *
 * @throws UnwritableValueError
 */
export function valueJson(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : asciiJson(value);
  if (value instanceof Map) {
    let text = '["map"';
    for (const [key, item] of value) text += `,${valueJson(key)},${valueJson(item)}`;
    return `${text}]`;
  }
  if (Array.isArray(value)) {
    let text = '["list"';
    for (const item of value) text += `,${valueJson(item)}`;
    return `${text}]`;
  }
  if (value instanceof RubyTime) {
    const { seconds, nanoseconds, utcOffset, zone } = value;
    return `["time",${seconds},${nanoseconds},${utcOffset},${valueJson(zone)}]`;
  }
  return asciiJson(toJson(value));
}

/** A text in which JSON escapes nothing. */
const PLAIN = /^[ !#-[\]-~]*$/;
