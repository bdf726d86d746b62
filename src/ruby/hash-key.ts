import { className, numeric } from './compare.js';
import { Expansion } from './expansion.js';
import { inspect } from './inspect.js';
import { RubyTime } from './time/time.js';
import { Drop, isFloat, type Value } from './value.js';

/**
 * Keys by which Ruby's `eql?` tells values apart (`uniq`, `group_by`): `1` and `1.0` are two, `0.0` and `-0.0` are one, as are equal
 * arrays, a drop is only itself. Keys of one maker can be compared with each other.
 */
export class HashKeys {
  private readonly drops = new Map<Drop, number>();

  /** The value's key. */
  of(value: Value, expansion = new Expansion()): string {
    if (typeof value === 'string') return `s${value}`;
    if (Array.isArray(value)) {
      expansion.add(value.length);
      return `[${value.map((item) => this.measured(item, expansion)).join()}]`;
    }
    if (value instanceof Map) return `{${this.entries(value, expansion).sort().join()}}`;
    if (value instanceof RubyTime) return `t${value.seconds}.${value.nanoseconds}`;
    if (value instanceof Drop) return `d${this.number(value)}`;
    if (isFloat(value) && numeric(value) === 0) return 'Float 0.0';
    return `${className(value)} ${inspect(value)}`;
  }

  private entries(hash: ReadonlyMap<Value, Value>, expansion: Expansion): string[] {
    expansion.add(hash.size);
    return Array.from(
      hash,
      ([key, item]) => `${this.measured(key, expansion)}:${this.measured(item, expansion)}`,
    );
  }

  /** A key with its length before it, so that what it holds cannot be taken for what stands around it. */
  private measured(value: Value, expansion: Expansion): string {
    const key = this.of(value, expansion);
    return `${key.length}:${key}`;
  }

  private number(drop: Drop): number {
    const known = this.drops.get(drop) ?? this.drops.size;
    this.drops.set(drop, known);
    return known;
  }
}
