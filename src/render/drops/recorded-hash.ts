import type { RubyHash, Value } from '../../ruby/value.js';

/** A Hash that tells which of its keys a template reads; `null` for which there are. */
export abstract class RecordedHash extends Map<Value, Value> {
  constructor(values: RubyHash) {
    super();
    this.replace(values);
  }

  /** Called before each look into the Hash. */
  protected abstract record(key: Value | null): void;

  /** Puts other values in place of all there are. */
  protected replace(values: RubyHash): void {
    super.clear();
    for (const [key, value] of values) super.set(key, value);
  }

  /** Which there are, and what each of them is. */
  private recordAll(): void {
    this.record(null);
    for (const key of super.keys()) this.record(key);
  }

  override get size(): number {
    this.record(null);
    return super.size;
  }

  override get(key: Value): Value | undefined {
    this.record(key);
    return super.get(key);
  }

  override has(key: Value): boolean {
    this.record(key);
    return super.has(key);
  }

  override forEach(visit: (value: Value, key: Value, map: Map<Value, Value>) => void): void {
    this.recordAll();
    super.forEach(visit);
  }

  override keys(): MapIterator<Value> {
    this.record(null);
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.recordAll();
    return super.values();
  }

  override entries(): MapIterator<[Value, Value]> {
    this.recordAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[Value, Value]> {
    return this.entries();
  }
}

/** Made of any mapping, with a function that is told. */
export class ObservedHash extends RecordedHash {
  private readonly onRead: (key: Value | null) => void;

  constructor(values: RubyHash, onRead: (key: Value | null) => void) {
    super(values);
    this.onRead = onRead;
  }

  protected record(key: Value | null): void {
    this.onRead(key);
  }
}
