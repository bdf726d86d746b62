/** How filters ask an item for a property. */
import { conversionName, numeric } from '../../ruby/compare.js';
import { DefaultHash } from '../../ruby/default-hash.js';
import { inspect } from '../../ruby/inspect.js';
import { type Integer, leadingInteger } from '../../ruby/integer.js';
import { toS } from '../../ruby/to-s.js';
import { Drop, isInteger, toFloat, type Value } from '../../ruby/value.js';
import { type FilterContext, FilterError } from '../filter.js';
import { KeyTypeError, noMethod } from '../run/ruby-errors.js';

/** Whether Ruby knows `value[key]`. */
export function isIndexable(value: Value): boolean {
  return (
    typeof value === 'string' ||
    isInteger(value) ||
    Array.isArray(value) ||
    value instanceof Map ||
    value instanceof Drop
  );
}

/** Ruby's `value[key]`: a text answers a part of it, an Integer a bit. */
export function index(value: Value, key: Value): Value {
  if (value instanceof DefaultHash) return value.fetch(key);
  if (value instanceof Map) return value.get(key) ?? null;
  if (value instanceof Drop) return typeof key === 'string' ? value.get(key) : value.get(toS(key));
  if (typeof value === 'string') return indexText(value, key);
  if (Array.isArray(value)) return value.at(position(key)) ?? null;
  if (isInteger(value)) return bit(value, position(key));
  throw noMethod('[]', value);
}

function indexText(text: string, key: Value): Value {
  if (typeof key === 'string') return text.includes(key) ? key : null;
  return Array.from(text).at(position(key)) ?? null;
}

function position(key: Value): number {
  const number = numeric(key);
  if (number !== null) return Math.trunc(Number(number));
  throw new KeyTypeError(
    `no implicit conversion ${key === null ? 'from nil to integer' : `of ${conversionName(key)} into Integer`}`,
  );
}

function bit(value: Integer, at: number): Value {
  return at < 0 ? 0 : Number((BigInt(value) >> BigInt(at)) & 1n);
}

/**
 * A property as Jekyll's `where`, `sort`, `find` and `group_by` read it (Jekyll 4.4.1, `Filters#item_property`): `a.b` looks
 * into `a`, and texts that look like numbers are numbers, for sites of Jekyll 3 texts.
 */
export function itemProperty({ render }: FilterContext, item: Value, property: string): Value {
  const value = readProperty(item, property);
  return (render.config?.generation.textsMayBeNumbers ?? true) ? readNumber(value) : value;
}

function readProperty(item: Value, property: string): Value {
  try {
    return property.includes('.') ? readPath(item, property) : index(item, property);
  } catch (error) {
    if (!(error instanceof KeyTypeError) || !Array.isArray(item)) throw error;
    throw new FilterError(
      `Error accessing object (${toS(item).slice(0, 20)}) with given key. Expected an integer but got ${inspect(property)} instead.`,
      false,
    );
  }
}

/** What cannot be looked into gives `false`. */
function readPath(item: Value, path: string): Value {
  const keys = path.split('.');
  while (keys.at(-1) === '') keys.pop();
  return keys.reduce((value, key) => (isIndexable(value) ? index(value, key) : false), item);
}

const FLOAT_LIKE = /^[\t\n\v\f\r ]*-?(?:\d+(?:\.\d*)?|\.\d+)[\t\n\v\f\r ]*$/;
const INTEGER_LIKE = /^[\t\n\v\f\r ]*-?\d+[\t\n\v\f\r ]*$/;

function readNumber(value: Value): Value {
  if (typeof value !== 'string' || !/\d/.test(value)) return value;
  if (INTEGER_LIKE.test(value)) return leadingInteger(value);
  return FLOAT_LIKE.test(value) ? toFloat(Number(value)) : value;
}
