/** How filters see their input as a list: Liquid's way (`InputIterator`) and Jekyll's (whatever Ruby's `Enumerable` gives). */
import { DefaultHash } from '../../ruby/default-hash.js';
import { Expansion } from '../../ruby/expansion.js';
import { clockFields, localTime, RubyTime, zoneName } from '../../ruby/time/time.js';
import { Drop, RubyRange, type Value } from '../../ruby/value.js';
import type { FilterContext } from '../filter.js';
import { MethodLiteral } from '../run/method-literal.js';
import { isEnumerableDrop, rangeItems } from '../run/slice.js';

function pairs(drop: Drop): Value[] {
  return drop.keys().map((key) => [key, drop.get(key)]);
}

/** Liquid 4.0.4, `InputIterator`: arrays inside arrays are laid flat, a mapping is one item, nil none, a drop its keys. */
export function toItems(input: Value): Value[] {
  if (Array.isArray(input)) return flatten(input);
  if (input instanceof RubyRange) return rangeItems(input);
  if (isEnumerableDrop(input)) return input.keys();
  // `empty` and `blank` are the text they print (`to_liquid`).
  if (input instanceof MethodLiteral) return [''];
  return input instanceof Map ? [input] : toArray(input);
}

/** `Array#flatten`; the array itself when there is nothing to lay flat. */
export function flatten(items: Value[]): Value[] {
  if (!items.some(Array.isArray)) return items;
  const flat: Value[] = [];
  addFlat(items, flat, new Expansion());
  return flat;
}

function addFlat(items: readonly Value[], flat: Value[], expansion: Expansion): void {
  expansion.add(items.length);
  for (const item of items) {
    if (Array.isArray(item)) addFlat(item, flat, expansion);
    else flat.push(item);
  }
}

/** `Kernel#Array`: nil is no item, a time is its ten parts. */
export function toArray(value: Value): Value[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value];
  if (value instanceof RubyRange) return rangeItems(value);
  if (isEnumerableDrop(value)) return pairs(value);
  if (value instanceof Drop) return value.items() ?? [value];
  return value instanceof RubyTime ? timeParts(value) : [value];
}

/** `Time#to_a`: seconds first, then weekday, day of the year, whether it is summer time, and the zone. */
function timeParts(time: RubyTime): Value[] {
  const { second, minute, hour, day, month, year, weekday, yearDay } = clockFields(time);
  return [
    second,
    minute,
    hour,
    day,
    month,
    year,
    weekday,
    yearDay,
    isSummer(time, year),
    zoneName(time) || null,
  ];
}

function isSummer(time: RubyTime, year: number): boolean {
  const winter = Math.min(localTime(year, 1).utcOffset, localTime(year, 7).utcOffset);
  return time.zone === 'local' && time.utcOffset > winter;
}

/** What Jekyll's filters walk through; `null` for values Ruby cannot (texts, numbers, nil), which they hand back or refuse. */
export function toEnumerable(input: Value): Value[] | null {
  if (Array.isArray(input)) return input;
  if (input instanceof Map) return [...input];
  if (input instanceof RubyRange) return rangeItems(input);
  return isEnumerableDrop(input) ? pairs(input) : null;
}

/** As above, but a mapping is its values, and a drop that is a list its items. */
export function toSelectable(input: Value): Value[] | null {
  if (input instanceof Map) return [...input.values()];
  return toEnumerable(input) ?? (input instanceof Drop ? input.items() : null);
}

/**
 * Keeps what is computed from a list, or from `site.tags` and its like, see `RenderContext.memo`.
 *
 * @param partsOf lists inside what is computed
 */
export function remember<T>(
  context: FilterContext,
  input: Value,
  key: string,
  compute: () => T,
  partsOf?: (value: T) => Iterable<Value[]>,
): T {
  if (Array.isArray(input)) return context.render.memo(input, key, compute, partsOf);
  // It grows by what it is asked for, and else stays as it is.
  if (input instanceof DefaultHash) return context.render.memo(input, `${key}\0${input.size}`, compute);
  return compute();
}
