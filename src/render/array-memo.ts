import {
  attributeKey,
  type DependencyKey,
  groupKey,
  kindOf,
  type MemberGroup,
  splitKey,
} from '../model/dependency.js';
import type { Recorder } from '../reuse/recorder.js';
import type { Remembered } from '../reuse/remembered.js';
import type { Value } from '../ruby/value.js';

/** Attributes of pages and documents that change while a build goes on. */
const CHANGING: ReadonlySet<string | null> = new Set(['content', 'output', 'excerpt']);

/**
 * Values derived from arrays that belong to the build (`site.posts`, `site.tags.x`), kept for its length: `where` over a
 * collection is done once, not once per page. Arrays a template made (`split`, `push`) are not kept: they do not come again.
 */
export class ArrayMemo {
  private readonly entries = new WeakMap<Value[], Map<string, Remembered<unknown>>>();
  /** Where to find what read an attribute: key → how to drop each value that did. */
  private readonly readers = new Map<DependencyKey, (() => void)[]>();

  constructor(private readonly recorder: Recorder) {}

  /** Marks an array as the build's own: it must not change from now on. */
  own(array: Value[]): void {
    if (!this.entries.has(array)) this.entries.set(array, new Map());
  }

  /** The value derived under the name, kept when the array is the build's own and what was read of its items stays as it is. */
  get<T>(array: Value[], name: string, compute: () => T): T {
    const entries = this.entries.get(array);
    if (entries === undefined) return compute();
    const known = entries.get(name);
    if (known !== undefined) return this.recorder.recall(known as Remembered<T>);
    const made = this.recorder.remember(compute);
    if (made.keys.every(isLasting)) this.keep(made, name, entries);
    return this.recorder.recall(made);
  }

  /** Drops all that read an attribute that has another value from now on. */
  forget(group: MemberGroup, id: string, attribute: string): void {
    for (const name of [attribute, '*']) {
      this.drop(attributeKey(id, name));
      this.drop(groupKey(group, name));
    }
  }

  private keep(made: Remembered<unknown>, name: string, entries: Map<string, Remembered<unknown>>): void {
    entries.set(name, made);
    for (const key of made.keys) {
      if (kindOf(key) !== 'page' && kindOf(key) !== 'members') continue;
      const readers = this.readers.get(key);
      const drop = (): boolean => entries.delete(name);
      if (readers === undefined) this.readers.set(key, [drop]);
      else readers.push(drop);
    }
    // A kept array comes again as the same object, so what is derived from it can be kept too: `site.posts | where: … | sort: …`.
    if (Array.isArray(made.value)) this.own(made.value);
  }

  private drop(key: DependencyKey): void {
    for (const drop of this.readers.get(key) ?? []) drop();
    this.readers.delete(key);
  }
}

/** Whether what stands behind the key is the same for the rest of the build, but for what hooks write. */
function isLasting(key: DependencyKey): boolean {
  const kind = kindOf(key);
  if (kind === 'random' || kind === 'unseen' || kind === 'carried') return false;
  return (kind !== 'page' && kind !== 'members') || !CHANGING.has(splitKey(key).attribute);
}
