import type { RubyHash, Value } from './value.js';

/** The same value, with lists and mappings of its own all the way down. */
export function copyValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyValue);
  return value instanceof Map ? copyHash(value) : value;
}

/** The same of a mapping. */
export function copyHash(hash: RubyHash): RubyHash {
  return new Map([...hash].map(([key, value]) => [key, copyValue(value)]));
}
