import type { DependencyKey } from '../model/dependency.js';
import type { Value } from '../ruby/value.js';

interface Entry {
  readonly value: unknown;
  readonly keys: readonly DependencyKey[];
}

/** Runs `compute` and answers, beside its value, the keys recorded meanwhile. */
export type Collect = <T>(compute: () => T) => { readonly value: T; readonly keys: readonly DependencyKey[] };

/**
 * Values derived from arrays that belong to the build (`site.posts`, `site.tags.x`), kept for its length: `where` over a
 * collection is done once, not once per page. Arrays a template made (`split`, `push`) are not kept: they do not come again.
 */
export class ArrayMemo {
  private readonly entries = new WeakMap<Value[], Map<string, Entry>>();

  /**
   * @param collect watches the keys recorded while a value is computed
   * @param depend  records a key for the output in hand
   */
  constructor(
    private readonly collect: Collect,
    private readonly depend: (key: DependencyKey) => void,
  ) {}

  /** Marks an array as the build's own: it must not change from now on. */
  own(array: Value[]): void {
    if (!this.entries.has(array)) this.entries.set(array, new Map());
  }

  /** The value derived under the key, kept when the array is the build's own. */
  get<T>(array: Value[], key: string, compute: () => T): T {
    const entries = this.entries.get(array);
    if (entries === undefined) return compute();
    const known = entries.get(key);
    if (known !== undefined) {
      for (const dependency of known.keys) this.depend(dependency);
      return known.value as T;
    }
    const entry = this.collect(compute);
    entries.set(key, entry);
    // A kept array comes again as the same object, so what is derived from it can be kept too: `site.posts | where: … | sort: …`.
    if (Array.isArray(entry.value)) this.own(entry.value);
    return entry.value;
  }
}
