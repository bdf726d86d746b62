import { Drop, RubyRange, type Value } from '../../ruby/value.js';
import { tooMuch } from '../errors.js';
import { MAX_ITEMS } from './frame.js';

/**
 * What a loop runs over (Liquid 4.0.4, `Utils.slice_collection`): arrays and ranges by item, hashes by pair, Jekyll's drops
 * by key, a string as one item, anything else not at all. Answers the array itself where it is taken whole.
 *
 * @param to index to stop before; `null` for none
 */
export function slice(collection: Value, from: number, to: number | null): readonly Value[] {
  if (typeof collection === 'string') return collection === '' ? [] : [collection];
  return cut(itemsOf(collection), from, to);
}

function itemsOf(collection: Value): readonly Value[] {
  if (Array.isArray(collection)) return collection;
  if (collection instanceof Map) return Array.from(collection, ([key, value]) => [key, value]);
  if (collection instanceof RubyRange) return rangeItems(collection);
  if (!(collection instanceof Drop)) return [];
  return collection.items() ?? (collection.isEnumerable ? collection.keys() : []);
}

/** Whether it is a drop that can be walked through, property by property. */
export function isEnumerableDrop(value: Value): value is Drop {
  return value instanceof Drop && value.isEnumerable;
}

/** A range's integers; one of a billion is refused before they are made. */
export function rangeItems({ first, last, size }: RubyRange): number[] {
  if (size > MAX_ITEMS) {
    throw tooMuch(`(${first}..${last}) has more than ${MAX_ITEMS} items`);
  }
  const items: number[] = [];
  for (let index = 0; index < size; index += 1) items.push(first + index);
  return items;
}

function cut(items: readonly Value[], from: number, to: number | null): readonly Value[] {
  if (from <= 0 && (to === null || to >= items.length)) return items;
  return items.slice(Math.max(0, from), to === null ? undefined : Math.max(0, to));
}
