import type { Filter, FilterContext } from '../../liquid/filter.js';
import { createFilters } from '../../liquid/filters/index.js';
import { property } from '../../liquid/run/property.js';
import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';

/** `value.key.key` as a template looks it up; `null` when there is nothing. */
export function dig(value: Value, ...keys: Value[]): Value {
  let current = value;
  for (const key of keys) current = property(current, key, false) ?? null;
  return current;
}

/** What a `for` loop goes through. */
export function eachOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value].map(([key, item]) => [key, item]);
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** Liquid's filters for output that is made without a template. */
export class FilterTable {
  private readonly filters: ReadonlyMap<string, Filter> = new Map(
    createFilters().map((filter) => [filter.name, filter]),
  );

  /** `{{ input | name: arguments }}` as a value. */
  apply(context: FilterContext, name: string, input: Value, ...args: Value[]): Value {
    return this.filters.get(name)!.apply(context, input, ...args);
  }

  /** `{{ input | first | second }}` as text. */
  text(context: FilterContext, input: Value, ...names: string[]): string {
    return toS(names.reduce((value, name) => this.apply(context, name, value), input));
  }

  /** The first value that is not nil, `false` or empty; the last one when all are (`a | default: b | default: c`). */
  firstOf(context: FilterContext, ...values: readonly Value[]): Value {
    return values.reduce((value, next) => this.apply(context, 'default', value, next));
  }
}
