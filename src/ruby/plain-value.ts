import type { RubyHash, Value } from './value.js';

/** A value as JavaScript writes it: plain objects and arrays, with Ruby's values in them. */
export type PlainValue = Value | readonly PlainValue[] | PlainObject;

/** A mapping as JavaScript writes it. */
export interface PlainObject {
  readonly [key: string]: PlainValue;
}

/** The mapping as Ruby has it, objects in it too. */
export function hashFromPlain(object: RubyHash | PlainObject): RubyHash {
  const entries = object instanceof Map ? [...object] : Object.entries(object);
  return new Map(entries.map(([key, value]): [Value, Value] => [key, fromPlain(value)]));
}

function fromPlain(value: PlainValue): Value {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (value instanceof Map) return hashFromPlain(value);
  return isPlainObject(value) ? hashFromPlain(value) : (value as Value);
}

function isPlainObject(value: PlainValue): value is PlainObject {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
