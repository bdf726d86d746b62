import { prettyJson } from '../../ruby/json.js';
import { Drop, type RubyHash, type Value } from '../../ruby/value.js';

/**
 * What Jekyll's own drops share (Jekyll 4.4.1, `Drops::Drop`): declared properties before the keys of a mapping behind them, and
 * a few of Ruby's `Enumerable` methods, which Liquid lets templates call.
 */
export abstract class EnumerableDrop extends Drop {
  /** Names of the declared properties, in the order in which Ruby 3.1 lists the methods. */
  protected abstract readonly properties: readonly string[];
  /** The mapping behind the declared properties. */
  protected abstract readonly fallback: RubyHash;
  /** The value of a declared property, `undefined` for any other name. */
  protected abstract declared(name: string): Value | undefined;
  /** Records that a property was read, `*` for which there are. */
  protected abstract record(name: string): void;

  get(key: string): Value {
    const value = this.declared(key);
    const method = value === undefined ? ENUMERABLE.get(key) : undefined;
    if (method !== undefined) return method(this);
    this.record(key);
    return value === undefined ? (this.fallback.get(key) ?? null) : value;
  }

  has(key: string): boolean {
    this.record(key);
    return this.properties.includes(key) || ENUMERABLE.has(key) || this.fallback.has(key);
  }

  keys(): string[] {
    this.record('*');
    const keys = new Set(this.properties);
    for (const key of this.fallback.keys()) if (typeof key === 'string') keys.add(key);
    return [...keys];
  }

  /** All properties with their values. */
  toHash(): RubyHash {
    return new Map<Value, Value>(this.keys().map((key) => [key, this.get(key)]));
  }

  override toJson(_depth: number): Value {
    return this.toHash();
  }

  override inspect(): string {
    return prettyJson(this.toHash());
  }
}

/** Public methods without arguments that Liquid's `Drop.invokable?` lets through; they hide front matter of the same name. */
const ENUMERABLE: ReadonlyMap<string, (drop: EnumerableDrop) => Value> = new Map([
  ['keys', (drop) => drop.keys()],
  ['content_methods', (drop) => drop.keys()],
  ['to_h', (drop) => drop.toHash()],
  ['to_hash', (drop) => drop.toHash()],
  ['hash_for_json', (drop) => drop.toHash()],
  ['count', (drop) => drop.keys().length],
  ['first', firstPair],
] satisfies [string, (drop: EnumerableDrop) => Value][]);

function firstPair(drop: EnumerableDrop): Value {
  const key = drop.keys()[0];
  return key === undefined ? null : [key, drop.get(key)];
}
