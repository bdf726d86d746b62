/** The types of values as people who write YAML know them: what settings and front matter are checked by. */
import { RubyDate } from '../ruby/time/date.js';
import { RubyTime } from '../ruby/time/time.js';
import { toS } from '../ruby/to-s.js';
import { isFloat, isInteger, type Value } from '../ruby/value.js';

/** `date` is a day or a time; `nothing` is `false` or `~`. */
export type ValueType = 'text' | 'number' | 'boolean' | 'nothing' | 'date' | 'list' | 'mapping';

const TESTS: Readonly<Record<ValueType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => isInteger(value) || isFloat(value),
  boolean: (value) => typeof value === 'boolean',
  nothing: (value) => value === false || value === null,
  date: (value) => value instanceof RubyTime || value instanceof RubyDate,
  list: (value) => Array.isArray(value),
  mapping: (value) => value instanceof Map,
};

/** Whether the value is of one of the types. */
export function isOneOf(value: Value, types: readonly ValueType[]): boolean {
  return types.some((type) => TESTS[type](value));
}

/** A way from mapping to mapping as people write it: `collections.recipes.permalink`, `keep_files[0]`. */
export function keyText(path: readonly Value[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${toS(part)}`));
  return parts.join('').replace(/^\./, '');
}
