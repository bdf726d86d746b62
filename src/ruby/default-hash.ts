import type { Value } from './value.js';

/**
 * A Hash with a default block: `hash[key]` of a missing key makes the value and keeps it. Templates ask with `key?` first and see
 * nothing; filters that ask with `[]` (`fetch` here) get the default, and leave it behind.
 */
export class DefaultHash extends Map<Value, Value> {
  private readonly makeDefault: () => Value;

  constructor(entries: Iterable<readonly [Value, Value]>, makeDefault: () => Value) {
    super();
    this.makeDefault = makeDefault;
    for (const [key, value] of entries) this.set(key, value);
  }

  /** Ruby's `hash[key]`. */
  fetch(key: Value): Value {
    let value = this.get(key);
    if (value === undefined) this.set(key, (value = this.makeDefault()));
    return value;
  }
}
