/** Methods of Ruby that expressions in settings may call. */
import { isEqual } from '../../ruby/compare.js';
import { capitalize, codePointLength, downcase, split, strip, upcase } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { RubyFloat, type Value } from '../../ruby/value.js';
import { ExpressionError } from './expression-error.js';

type Method<T> = (self: T, args: readonly Value[]) => Value;

const ofTexts: Readonly<Record<string, Method<string>>> = {
  capitalize: (text) => capitalize(text),
  downcase: (text) => downcase(text),
  'empty?': (text) => text === '',
  'end_with?': (text, ends) => ends.some((end) => text.endsWith(toS(end))),
  'include?': (text, [part = null]) => text.includes(toS(part)),
  length: (text) => codePointLength(text),
  size: (text) => codePointLength(text),
  split: (text, [separator = null]) => split(text, separator === null ? ' ' : toS(separator)),
  'start_with?': (text, starts) => starts.some((start) => text.startsWith(toS(start))),
  strip: (text) => strip(text),
  to_i: (text) => Number(/^\s*[+-]?\d+/.exec(text)?.[0] ?? 0),
  upcase: (text) => upcase(text),
};

const ofLists: Readonly<Record<string, Method<readonly Value[]>>> = {
  '[]': (list, [at = null]) => (typeof at === 'number' ? (list.at(at) ?? null) : null),
  'empty?': (list) => list.length === 0,
  first: (list) => list[0] ?? null,
  'include?': (list, [wanted = null]) => list.some((item) => isEqual(item, wanted)),
  join: (list, [separator = null]) => list.map(toS).join(separator === null ? '' : toS(separator)),
  last: (list) => list.at(-1) ?? null,
  length: (list) => list.length,
  size: (list) => list.length,
};

const ofMappings: Readonly<Record<string, Method<ReadonlyMap<Value, Value>>>> = {
  '[]': (mapping, [key = null]) => mapping.get(key) ?? null,
  'empty?': (mapping) => mapping.size === 0,
  'has_key?': (mapping, [key = null]) => mapping.has(key),
  'include?': (mapping, [key = null]) => mapping.has(key),
  'key?': (mapping, [key = null]) => mapping.has(key),
  length: (mapping) => mapping.size,
  size: (mapping) => mapping.size,
};

/** @throws {ExpressionError} for a method that the value, or nobody here, has */
export function callMethod(self: Value, name: string, args: readonly Value[]): Value {
  if (name === 'nil?') return self === null;
  if (name === 'to_s') return toS(self);
  if (name === 'to_i' && (typeof self === 'number' || self instanceof RubyFloat))
    return Math.trunc(Number(toS(self)));
  const result =
    typeof self === 'string'
      ? ofTexts[name]?.(self, args)
      : Array.isArray(self)
        ? ofLists[name]?.(self, args)
        : self instanceof Map
          ? ofMappings[name]?.(self, args)
          : undefined;
  if (result === undefined)
    throw new ExpressionError(`no method ${name} of ${self === null ? 'nil' : toS(self)}`);
  return result;
}
