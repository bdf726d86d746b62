import type { RubyHash, Value } from '../../ruby/value.js';

/** A Hash that tells which of its keys a template reads; `null` for all of them. */
export class RecordedHash extends Map<Value, Value> {
  private readonly onRead: (key: Value | null) => void;

  constructor(values: RubyHash, onRead: (key: Value | null) => void) {
    super();
    this.onRead = onRead;
    for (const [key, value] of values) super.set(key, value);
  }

  override get(key: Value): Value | undefined {
    this.onRead(key);
    return super.get(key);
  }

  override has(key: Value): boolean {
    this.onRead(key);
    return super.has(key);
  }

  override forEach(visit: (value: Value, key: Value, map: Map<Value, Value>) => void): void {
    this.onRead(null);
    super.forEach(visit);
  }

  override keys(): MapIterator<Value> {
    this.onRead(null);
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.onRead(null);
    return super.values();
  }

  override entries(): MapIterator<[Value, Value]> {
    this.onRead(null);
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[Value, Value]> {
    return this.entries();
  }
}
