import { isEqual, numeric } from '../../ruby/compare.js';
import { toS } from '../../ruby/to-s.js';
import { type Drop, isTruthy, RubyRange, type Value } from '../../ruby/value.js';
import type { RenderContext } from '../context.js';
import type { Frame } from '../run/frame.js';
import { type Held, SharedList, toValue } from '../run/shared-list.js';
import { isEnumerableDrop } from '../run/slice.js';

/** `contains`: part of a string, item of an array, key of a hash (whatever answers Ruby's `include?`). */
export function contains(left: Held, held: Held, { render }: Frame): boolean {
  const right = toValue(held);
  if (!isTruthy(right)) return false;
  if (typeof left === 'string') return left.includes(toS(right));
  if (left instanceof SharedList) {
    return typeof right === 'string' ? left.hasText(right) : hasItem(left.toArray(), right);
  }
  if (Array.isArray(left)) {
    return typeof right === 'string' ? hasText(left, right, render) : hasItem(left, right);
  }
  if (left instanceof Map) return left.has(right);
  if (left instanceof RubyRange) return covers(left, right);
  return isEnumerableDrop(left) && containsPair(left, right);
}

function hasItem(items: readonly Value[], value: Value): boolean {
  return items.some((item) => isEqual(item, value));
}

/** Longer lists are asked again and again, and looked through once for that: those before need no more time than a set. */
const FEW = 32;

/** Nothing but the same text equals a text. */
function hasText(items: Value[], text: string, render: RenderContext): boolean {
  if (items.length <= FEW) return items.includes(text);
  return render.memo(items, 'contains', () => new TextsOfList(items)).has(text);
}

/** The texts of a list that stays as it is. */
class TextsOfList {
  private isAsked = false;
  private texts: ReadonlySet<Value> | null = null;

  constructor(private readonly items: readonly Value[]) {}

  has(text: string): boolean {
    // Who asks once only would wait for all of them.
    if (!this.isAsked) {
      this.isAsked = true;
      return this.items.includes(text);
    }
    this.texts ??= new Set(this.items);
    return this.texts.has(text);
  }
}

function covers(range: RubyRange, value: Value): boolean {
  const number = numeric(value);
  return number !== null && number >= range.first && number <= range.last;
}

/** A drop is a collection of pairs to `Enumerable#include?`. */
function containsPair(drop: Drop, value: Value): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return drop.keys().some((key) => key === value[0] && isEqual(drop.get(key), value[1]!));
}
