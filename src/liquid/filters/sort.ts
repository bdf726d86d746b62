/** `sort` as Jekyll replaces it (Jekyll 4.4.1, `Filters#sort`) and Liquid's `sort_natural`. */
import { ComparisonError, compare, compareStrings, order } from '../../ruby/compare.js';
import { mergeSort } from '../../ruby/merge-sort.js';
import { foldAscii } from '../../ruby/string.js';
import { FormattedTime } from '../../ruby/time/formatted-time.js';
import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';
import { type Filter, type FilterContext, FilterError } from '../filter.js';
import { KeyTypeError, noMethod } from '../run/ruby-errors.js';
import { remember, toEnumerable, toItems } from './collection.js';
import { index, isIndexable, itemProperty } from './item-property.js';

function sort(context: FilterContext, input: Value, property: Value, nils: Value): Value[] {
  if (input === null) throw new FilterError('Cannot sort a null object.');
  const nilOrder = property === null || nils === 'first' ? -1 : 1;
  if (property !== null && nils !== 'first' && nils !== 'last') {
    throw new FilterError(
      `Invalid nils order: '${toS(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
    );
  }
  const items = toEnumerable(input);
  if (items === null) throw noMethod(property === null ? 'sort' : 'map', input);
  return property === null ? ordered(items) : sortByProperty(context, items, toS(property), nilOrder);
}

/** Items without an order are Ruby's `ArgumentError`, and so Liquid's. */
function ordered(items: readonly Value[]): Value[] {
  try {
    return mergeSort(items, order);
  } catch (error) {
    if (error instanceof ComparisonError) throw new FilterError(error.message);
    throw error;
  }
}

/** Reads each item's property once. Values without an order go by their text. */
function sortByProperty(
  context: FilterContext,
  items: readonly Value[],
  property: string,
  nilOrder: number,
): Value[] {
  const keyed = items.map((item) => ({ key: itemProperty(context, item, property), item }));
  return mergeSort(keyed, (a, b) => compareKeys(a.key, b.key, nilOrder)).map(({ item }) => item);
}

function compareKeys(a: Value, b: Value, nilOrder: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? nilOrder : -nilOrder;
  if (a instanceof FormattedTime || b instanceof FormattedTime) return compareStrings(textOf(a), textOf(b));
  return compare(a, b) ?? compare(toS(a), toS(b))!;
}

function textOf(key: Value): string {
  return key instanceof FormattedTime ? key.text : toS(key);
}

/** Liquid 4.0.4: without case, nil last. */
function sortNatural(input: Value, property: Value): Value {
  const items = toItems(input);
  if (items.length === 0) return [];
  if (property !== null && !items.every(isIndexable)) return null;
  const keyed = items.map((item) => ({ key: naturalKey(item, property, items.length), item }));
  return mergeSort(keyed, (a, b) => compareNaturally(a.key, b.key)).map(({ item }) => item);
}

/** The text an item goes by, `null` for nil. A lone item is not asked for its property. */
function naturalKey(item: Value, property: Value, count: number): string | null {
  if (count < 2) return null;
  try {
    const value = property === null ? item : index(item, property);
    return value === null ? null : foldAscii(toS(value));
  } catch (error) {
    if (error instanceof KeyTypeError) throw new FilterError(`cannot select the property '${toS(property)}'`);
    throw error;
  }
}

/** Two nils contradict each other, so their order turns around. */
function compareNaturally(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return compareStrings(a, b);
}

/** Both ways to sort. */
export const sortFilters: readonly Filter[] = [
  {
    name: 'sort',
    arity: [0, 2],
    apply: (context, input, property = null, nils = 'first') =>
      remember(context, input, `sort\0${toS(property)}\0${toS(nils)}`, () =>
        sort(context, input, property, nils),
      ),
  },
  {
    name: 'sort_natural',
    arity: [0, 1],
    apply: (context, input, property = null) =>
      remember(context, input, `sort_natural\0${toS(property)}`, () => sortNatural(input, property)),
  },
];
