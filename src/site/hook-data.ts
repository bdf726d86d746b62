import { copyValue } from '../ruby/copy-value.js';
import type { RubyHash, Value } from '../ruby/value.js';

/** Front matter as hooks see it: writes go through to it and are noted. */
export class HookData extends Map<Value, Value> {
  private readonly changed = new Set<Value>();

  /**
   * @param below  what a key has that is not there, such as the defaults
   * @param before told before each write
   */
  constructor(
    private readonly data: RubyHash,
    private readonly below: RubyHash = new Map(),
    private readonly before: () => void = () => {},
  ) {
    super();
  }

  /** The keys written since the last call. */
  takeChanged(): readonly Value[] {
    const keys = [...this.changed];
    this.changed.clear();
    return keys;
  }

  override get size(): number {
    return this.data.size;
  }

  override has(key: Value): boolean {
    return this.data.has(key);
  }

  /**
   * A list or mapping is handed out as a copy of the page's own, which may be written to: what defaults give is one object for many
   * pages.
   */
  override get(key: Value): Value | undefined {
    const value = this.data.has(key) ? this.data.get(key) : this.below.get(key);
    if (!Array.isArray(value) && !(value instanceof Map)) return value;
    const own = copyValue(value);
    this.set(key, own);
    return own;
  }

  override set(key: Value, value: Value): this {
    // The constructor of Map never calls this: it is given no entries.
    this.before();
    this.changed.add(key);
    this.data.set(key, value);
    return this;
  }

  override delete(key: Value): boolean {
    this.before();
    this.changed.add(key);
    return this.data.delete(key);
  }

  override clear(): void {
    for (const key of [...this.data.keys()]) this.delete(key);
  }

  override forEach(visit: (value: Value, key: Value, map: Map<Value, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  override keys(): MapIterator<Value> {
    return this.data.keys();
  }

  override *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  override *entries(): MapIterator<[Value, Value]> {
    for (const key of [...this.data.keys()]) yield [key, this.get(key)!];
  }

  override [Symbol.iterator](): MapIterator<[Value, Value]> {
    return this.entries();
  }
}
