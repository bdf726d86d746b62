import {
  attributeKey,
  type DependencyKey,
  groupKey,
  kindOf,
  type MemberGroup,
  splitKey,
} from '../model/dependency.js';
import type { Renderable } from '../model/page.js';
import type { Recorder } from '../reuse/recorder.js';
import type { Remembered } from '../reuse/remembered.js';
import type { DefaultHash } from '../ruby/default-hash.js';
import type { Value } from '../ruby/value.js';

/** A list, or a Hash as a list of pairs. */
type List = Value[] | DefaultHash;

/** Attributes of pages and documents that change while a build goes on. */
const CHANGING: ReadonlySet<string | null> = new Set(['content', 'output', 'excerpt']);

/** What is derived from shorter lists that a template made costs less than keeping it. */
const WORTH_KEEPING = 16;

/** What was derived from one list, by name. */
type Derived = Map<string, Remembered<unknown>>;

/**
 * Values derived from lists that belong to the build (`site.posts`, `site.tags.x`), kept for its length: `where` over a
 * collection is done once, not once per page. What is derived from lists that a template made (`split`, `concat`) is kept for the turn in
 * hand: they do not come again, but a navigation looks through one for each of its entries.
 */
export class ArrayMemo {
  private readonly entries = new WeakMap<List, Derived>();
  /** Of templates' lists; anew for each turn. */
  private passing = new WeakMap<List, Derived>();
  private turn: Renderable | null = null;
  /** Where to find what read an attribute: key → how to drop each value that did. */
  private readonly readers = new Map<DependencyKey, (() => void)[]>();

  constructor(private readonly recorder: Recorder) {}

  /** Marks an array as the build's own: it must not change from now on. */
  own(list: List): void {
    if (!this.entries.has(list)) this.entries.set(list, new Map());
  }

  /**
   * The value derived under the name, kept when what was read of the list's items stays as it is.
   *
   * @param partsOf the lists inside the value, which come again with it
   */
  get<T>(list: List, name: string, compute: () => T, partsOf: (value: T) => Iterable<List> = noParts): T {
    const own = this.entries.get(list);
    const derived = own ?? this.passingOf(list);
    if (derived === null) return compute();
    const known = derived.get(name);
    if (known !== undefined) return this.recorder.recall(known as Remembered<T>);
    const made = this.recorder.remember(compute);
    if (made.keys.every(isLasting)) {
      derived.set(name, made);
      if (own !== undefined) {
        this.watch(made.keys, () => own.delete(name));
        // A kept list comes again as the same object, so what is derived from it can be kept too: `site.posts | where: … | sort: …`.
        if (Array.isArray(made.value)) this.own(made.value);
        for (const part of partsOf(made.value)) if (isWorthKeeping(part)) this.own(part);
      }
    }
    return this.recorder.recall(made);
  }

  private passingOf(list: List): Derived | null {
    const { file } = this.recorder;
    if (file === null || !isWorthKeeping(list)) return null;
    if (file !== this.turn) this.forgetPassing();
    this.turn = file;
    let derived = this.passing.get(list);
    if (derived === undefined) this.passing.set(list, (derived = new Map()));
    return derived;
  }

  private forgetPassing(): void {
    this.passing = new WeakMap();
  }

  /** Drops all that read an attribute that has another value from now on. */
  forget(group: MemberGroup, id: string, attribute: string): void {
    this.forgetPassing();
    for (const name of [attribute, '*']) {
      this.drop(attributeKey(id, name));
      this.drop(groupKey(group, name));
    }
  }

  private watch(keys: readonly DependencyKey[], drop: () => void): void {
    for (const key of keys) {
      if (kindOf(key) !== 'page' && kindOf(key) !== 'members') continue;
      const readers = this.readers.get(key);
      if (readers === undefined) this.readers.set(key, [drop]);
      else readers.push(drop);
    }
  }

  private drop(key: DependencyKey): void {
    for (const drop of this.readers.get(key) ?? []) drop();
    this.readers.delete(key);
  }
}

function isWorthKeeping(list: List): boolean {
  return Array.isArray(list) && list.length >= WORTH_KEEPING;
}

function noParts(): Iterable<List> {
  return [];
}

/** Whether what stands behind the key is the same for the rest of the build, but for what hooks write. */
function isLasting(key: DependencyKey): boolean {
  const kind = kindOf(key);
  if (kind === 'random' || kind === 'unseen' || kind === 'carried') return false;
  return (kind !== 'page' && kind !== 'members') || !CHANGING.has(splitKey(key).attribute);
}
