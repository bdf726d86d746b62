/** The keys that many turns share, by how what stands behind them behaves while a site is rendered. */
import {
  type CarriedName,
  type DependencyKey,
  type DependencyKind,
  kindOf,
  splitKey,
} from '../model/dependency.js';
import type { KeyShape } from '../reuse/read-keys.js';

/** Keys of one shape. */
export interface ShapeKeys {
  /** What stands behind them stays, but for what hooks write and pages that come up. */
  readonly steady: readonly DependencyKey[];
  /** It moves. */
  readonly moving: readonly DependencyKey[];
}

const known = new WeakMap<KeyShape, ShapeKeys>();

/** The keys of a shape; they are looked at once. */
export function shapeKeys(shape: KeyShape): ShapeKeys {
  let keys = known.get(shape);
  if (keys === undefined) {
    const moving = shape.keys.filter(isMoving);
    keys = { steady: moving.length === 0 ? shape.keys : shape.keys.filter((key) => !isMoving(key)), moving };
    known.set(shape, keys);
  }
  return keys;
}

/** Attributes that a turn changes. */
export function isTurned(attribute: string | null): boolean {
  return attribute === 'content' || attribute === 'output';
}

/** Attributes of a page or document that are not in its file. */
const FROM_OTHERS: ReadonlySet<string> = new Set(['previous', 'next', 'paginator', 'posts', 'documents']);

/** Whether an attribute of a page or document is not in its file. */
export function isFromOthers(attribute: string): boolean {
  return FROM_OTHERS.has(attribute);
}

/** Whether an attribute of a page or document is as it was where its file is. */
export function isOfFile(attribute: string): boolean {
  return !isFromOthers(attribute) && !isTurned(attribute);
}

/** Whether all keys of a kind move. */
export function isMovingKind(kind: DependencyKind): boolean {
  return kind === 'time' || kind === 'carried' || kind === 'random' || kind === 'unseen';
}

function isMoving(key: DependencyKey): boolean {
  const kind = kindOf(key);
  if (isMovingKind(kind)) return true;
  return (kind === 'page' || kind === 'members') && isTurned(splitKey(key).attribute);
}

/** The state that a key of the kind `carried` is about. */
export function carriedName(key: DependencyKey): CarriedName {
  return key.slice('carried:'.length) as CarriedName;
}

const filtered = new WeakMap<KeyShape, Map<string, KeyShape>>();

/** A shape without state that a turn had left itself before it read it; the same object for all turns that had left the same. */
export function withoutOwn(shape: KeyShape, found: ReadonlyMap<CarriedName, string>): KeyShape {
  const isOwn = (key: DependencyKey): boolean => kindOf(key) === 'carried' && !found.has(carriedName(key));
  const { moving } = shapeKeys(shape);
  if (!moving.some(isOwn)) return shape;
  let byOwn = filtered.get(shape);
  if (byOwn === undefined) filtered.set(shape, (byOwn = new Map()));
  const own = moving.filter(isOwn).join('\0');
  let without = byOwn.get(own);
  if (without === undefined) {
    byOwn.set(own, (without = { ...shape, keys: shape.keys.filter((key) => !isOwn(key)) }));
  }
  return without;
}
