import { Expansion } from './expansion.js';
import { inspect } from './inspect.js';
import { compareDates, dateToDays, RubyDate } from './time/date.js';
import { compareTimes, RubyTime } from './time/time.js';
import { Drop, isFloat, RubyFloat, RubyRange, type Value } from './value.js';

/** Two values without an order, as Ruby's `ArgumentError` words it: `comparison of Integer with String failed`. */
export class ComparisonError extends Error {
  constructor(left: Value, right: Value) {
    super(`comparison of ${className(left)} with ${operandName(right)} failed`);
    this.name = 'ComparisonError';
  }
}

/** Name of a value's Ruby class. */
export function className(value: Value): string {
  if (value === null) return 'NilClass';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass';
  if (isFloat(value)) return 'Float';
  if (typeof value === 'number' || typeof value === 'bigint') return 'Integer';
  if (Array.isArray(value)) return 'Array';
  if (value instanceof Map) return 'Hash';
  if (value instanceof RubyTime) return 'Time';
  if (value instanceof RubyDate) return 'Date';
  if (value instanceof RubyRange) return 'Range';
  return value instanceof Drop ? value.className : 'Object';
}

/** How Ruby names a value it cannot convert: `no implicit conversion of nil into String`. */
export function conversionName(value: Value): string {
  return value === null || typeof value === 'boolean' ? inspect(value) : className(value);
}

/** Ruby shows simple values themselves and names the class of the others. */
function operandName(value: Value): string {
  const isSimple = value === null || typeof value === 'boolean' || isFloat(value) || isFixnum(value);
  return isSimple ? inspect(value) : className(value);
}

/** Whether Ruby keeps the Integer in a machine word. */
function isFixnum(value: Value): boolean {
  return typeof value === 'bigint' ? value >= -(2n ** 62n) && value < 2n ** 62n : typeof value === 'number';
}

/** The JavaScript number behind an Integer or Float; `null` for other values. Integers past 2^53 stay `bigint`. */
export function numeric(value: Value): number | bigint | null {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return value instanceof RubyFloat ? value.value : null;
}

/**
 * Ruby's `==`: `1 == 1.0`, hashes whatever their order, dates and times never equal to each other, but a date to the number of its
 * Julian day.
 */
export function isEqual(a: Value, b: Value, expansion: Expansion | null = null): boolean {
  if (a === b) return !(typeof a === 'number' && Number.isNaN(a));
  if (typeof a === 'string' || typeof b === 'string' || a === null || b === null) return false;
  const left = numeric(a);
  if (left !== null) {
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint of the same value are equal
    return b instanceof RubyDate ? isEqual(b, a) : left == numeric(b);
  }
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, expansion ?? new Expansion());
  if (a instanceof Map) return b instanceof Map && sameEntries(a, b, expansion ?? new Expansion());
  if (a instanceof RubyTime) return b instanceof RubyTime && compareTimes(a, b) === 0;
  if (a instanceof RubyDate) return compare(a, b) === 0;
  if (a instanceof RubyRange) return b instanceof RubyRange && a.first === b.first && a.last === b.last;
  return false;
}

function sameItems(a: readonly Value[], b: readonly Value[], expansion: Expansion): boolean {
  if (a.length !== b.length) return false;
  expansion.add(a.length);
  return a.every((item, index) => isEqual(item, b[index]!, expansion));
}

function sameEntries(
  a: ReadonlyMap<Value, Value>,
  b: ReadonlyMap<Value, Value>,
  expansion: Expansion,
): boolean {
  if (a.size !== b.size) return false;
  expansion.add(a.size);
  for (const [key, item] of a) {
    const other = b.get(key);
    if (other === undefined || !isEqual(item, other, expansion)) return false;
  }
  return true;
}

/** Ruby's `<=>`: negative, 0, positive, or `null` when the two have no order. */
export function compare(a: Value, b: Value, expansion: Expansion | null = null): number | null {
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : null;
  const left = numeric(a);
  if (left !== null) {
    const right = numeric(b);
    return right === null ? null : compareNumbers(left, right);
  }
  if (a instanceof RubyTime) return b instanceof RubyTime ? compareTimes(a, b) : null;
  if (a instanceof RubyDate) return b instanceof RubyDate ? compareDates(a, b) : compareDays(a, numeric(b));
  if (Array.isArray(a)) return Array.isArray(b) ? compareArrays(a, b, expansion ?? new Expansion()) : null;
  if (a instanceof Drop) return a.compareTo(b);
  return isEqual(a, b, expansion) ? 0 : null;
}

function compareNumbers(a: number | bigint, b: number | bigint): number | null {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(a) || Number.isNaN(b) ? null : 0;
}

/** `Date#<=>` takes a number for a Julian day, counted from noon; `Integer#<=>` knows nothing of dates. */
function compareDays(date: RubyDate, days: number | bigint | null): number | null {
  return days === null ? null : compareNumbers(dateToDays(date) + 2_440_587.5, days);
}

function compareArrays(a: readonly Value[], b: readonly Value[], expansion: Expansion): number | null {
  const shared = Math.min(a.length, b.length);
  expansion.add(shared);
  for (let i = 0; i < shared; i++) {
    const order = compare(a[i]!, b[i]!, expansion);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

/** `String#<=>`: by code points (as UTF-8 bytes do), where JavaScript's `<` would go by UTF-16 units. */
export function compareStrings(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return codePointOrder(left) - codePointOrder(right) < 0 ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

/** Puts surrogates (code points past U+FFFF) behind the units U+E000–U+FFFF. */
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;
}

/** Ruby's `<=>` where there has to be an order: as `<`, `sort` and `max` use it. */
export function order(a: Value, b: Value): number {
  const result = compare(a, b);
  if (result === null) throw new ComparisonError(a, b);
  return result;
}
