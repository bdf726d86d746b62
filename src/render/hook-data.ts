import type { RubyHash, Value } from '../ruby/value.js';

/** Front matter as hooks see it: writes go through to it and are noted. */
export class HookData extends Map<Value, Value> {
  private readonly changed = new Set<Value>();

  constructor(private readonly data: RubyHash) {
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
    const value = this.data.get(key);
    if (!Array.isArray(value) && !(value instanceof Map)) return value;
    const own = copy(value);
    this.set(key, own);
    return own;
  }

  override set(key: Value, value: Value): this {
    // The constructor of Map never calls this: it is given no entries.
    this.changed.add(key);
    this.data.set(key, value);
    return this;
  }

  override delete(key: Value): boolean {
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

function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy);
  return value instanceof Map ? new Map([...value].map(([key, item]) => [key, copy(item)])) : value;
}
