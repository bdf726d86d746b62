/** Lists (Liquid 4.0.4, `StandardFilters`; the ones Jekyll replaces are in `select.ts`, `group.ts` and `sort.ts`). */
import { checkLength, Expansion } from '../../ruby/expansion.js';
import { HashKeys } from '../../ruby/hash-key.js';
import { integerSize } from '../../ruby/integer.js';
import { codePointLength } from '../../ruby/string.js';
import { hasAsciiText, isAsciiText } from '../../ruby/text-encoding.js';
import { joinItems, toS } from '../../ruby/to-s.js';
import { type Drop, isInteger, RubyRange, type Value } from '../../ruby/value.js';
import { type Filter, type FilterContext, FilterError } from '../filter.js';
import { LoopDrop } from '../run/loop-drop.js';
import { KeyTypeError } from '../run/ruby-errors.js';
import { type Held, SharedList, toValue } from '../run/shared-list.js';
import { isEnumerableDrop } from '../run/slice.js';
import { remember, toEnumerable, toItems } from './collection.js';
import { index, isIndexable } from './item-property.js';
import { sharing } from './sharing.js';

/** Items are joined as the drops and hashes Liquid sees; only those inside pairs are Jekyll's objects, as in a list that is printed. */
function join(items: readonly Value[], glue: string): string {
  checkLength(glue.length * (items.length - 1));
  const expansion = new Expansion();
  return items.map((item) => (Array.isArray(item) ? joinItems(item, glue, expansion) : toS(item))).join(glue);
}

function size(input: Held): number {
  if (typeof input === 'string') return codePointLength(input);
  if (input instanceof SharedList || Array.isArray(input)) return input.length;
  if (input instanceof Map) return input.size;
  if (input instanceof RubyRange) return input.size;
  return isInteger(input) ? integerSize(input) : 0;
}

function first(input: Held): Value {
  if (input instanceof SharedList) return input.at(0);
  if (input instanceof LoopDrop) return input.get('first');
  if (isEnumerableDrop(input)) return firstPair(input);
  if (input instanceof RubyRange) return input.first;
  return toEnumerable(input)?.[0] ?? null;
}

/** Without looking at the other properties, of which some take work. */
function firstPair(drop: Drop): Value {
  const key = drop.keys()[0]!;
  return [key, drop.get(key)];
}

function last(input: Held): Value {
  if (input instanceof SharedList) return input.at(-1);
  if (input instanceof LoopDrop) return input.get('last');
  if (input instanceof RubyRange) return input.last;
  return Array.isArray(input) ? (input.at(-1) ?? null) : null;
}

/** Runs what asks items for a property; Ruby's `TypeError` becomes Liquid's message. */
function selecting<T>(property: Value, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof KeyTypeError)) throw error;
    throw new FilterError(`cannot select the property '${toS(property)}'`);
  }
}

function map(input: Value, property: Value): Value[] {
  return selecting(property, () =>
    toItems(input).map((item) => {
      if (property === 'to_liquid') return item;
      return isIndexable(item) ? index(item, property) : null;
    }),
  );
}

/** `uniq`, `compact`: by the item, or by its property if the first item has properties at all (else the result is nil). */
function byProperty(
  input: Value,
  property: Value,
  keep: (items: Value[], keyOf: (item: Value) => Value) => Value[],
): Value {
  const items = toItems(input);
  if (property === null) return keep(items, (item) => item);
  if (items.length === 0) return [];
  return isIndexable(items[0]!)
    ? selecting(property, () => keep(items, (item) => index(item, property)))
    : null;
}

function uniq(items: Value[], keyOf: (item: Value) => Value): Value[] {
  // A lone item is not asked for its property.
  if (items.length < 2) return items;
  const keys = new HashKeys();
  const seen = new Set<string>();
  return items.filter((item) => {
    const before = seen.size;
    return seen.add(keys.of(keyOf(item))).size > before;
  });
}

function compact(items: Value[], keyOf: (item: Value) => Value): Value[] {
  return items.filter((item) => keyOf(item) !== null);
}

function isEmpty(input: Value): boolean {
  if (input === null || input === false || input === '') return true;
  return Array.isArray(input) ? input.length === 0 : input instanceof Map && input.size === 0;
}

/** A filter with an optional property, whose result over the build's own arrays is kept. */
function listFilter(
  name: string,
  arity: readonly [number, number],
  apply: (input: Value, property: Value) => Value,
): Filter {
  return {
    name,
    arity,
    apply: (context: FilterContext, input, property = null) =>
      remember(context, input, `${name}\0${toS(property)}`, () => apply(input, property)),
  };
}

/** Filters of lists. */
export const arrayFilters: readonly Filter[] = [
  sharing('size', [0, 0], (_context, input) => size(input)),
  sharing('first', [0, 0], (_context, input) => first(input)),
  sharing('last', [0, 0], (_context, input) => last(input)),
  {
    name: 'join',
    arity: [0, 1],
    apply: (_context, input, glue = ' ') => join(toItems(input), toS(glue)),
    // The first item's encoding, and that of nothing for an empty list.
    isAscii: (answer, input) => hasAsciiText(toItems(input)) && isAsciiText(answer),
  },
  sharing('concat', [1, 1], (_context, input, other = null) => {
    if (!Array.isArray(other)) throw new FilterError('concat filter requires an array argument');
    const isFlat = input instanceof SharedList && !input.mayNest;
    const items = isFlat ? input : SharedList.of(toItems(toValue(input)));
    new Expansion().add(items.length + other.length);
    return items.append(other);
  }),
  {
    name: 'default',
    arity: [0, 1],
    apply: (_context, input, fallback = '') => (isEmpty(input) ? fallback : input),
  },
  listFilter('reverse', [0, 0], (input) => toItems(input).toReversed()),
  listFilter('map', [1, 1], map),
  listFilter('uniq', [0, 1], (input, property) => byProperty(input, property, uniq)),
  listFilter('compact', [0, 1], (input, property) => byProperty(input, property, compact)),
];
