/** Ruby's JSON text (json 2.6): `JSON.generate`, which `to_json` writes, and `JSON.pretty_generate`. */
import { Expansion } from './expansion.js';
import { floatToText } from './float-text.js';
import { toS } from './to-s.js';
import { Drop, isFloat, RubyFloat, type Value } from './value.js';

/** A value JSON has no words for, with Ruby's message. */
export class JsonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JsonError';
  }
}

/** Ruby's limit of arrays and mappings inside each other. */
const DEEPEST = 100;

/** Line breaks and spaces of one style. */
interface Style {
  readonly indent: string;
  readonly lineEnd: string;
  readonly colon: string;
}

const COMPACT: Style = { indent: '', lineEnd: '', colon: ':' };
const PRETTY: Style = { indent: '  ', lineEnd: '\n', colon: ': ' };

/** `to_json`: no white space, `/` and letters past ASCII as they are. */
export function toJson(value: Value): string {
  return write(value, COMPACT, 0, new Expansion());
}

/** `JSON.pretty_generate`; empty arrays and mappings take two lines. */
export function prettyJson(value: Value): string {
  return write(value, PRETTY, 0, new Expansion());
}

function write(value: Value, style: Style, depth: number, expansion: Expansion): string {
  if (typeof value === 'string') return jsonString(value);
  if (value === null) return 'null';
  if (isFloat(value)) return jsonFloat(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return writeArray(value, style, enter(depth), expansion);
  if (value instanceof Map) return writeHash(value, style, enter(depth), expansion);
  return value instanceof Drop
    ? write(value.toJson(depth + 1), style, depth, expansion)
    : jsonString(toS(value));
}

function enter(depth: number): number {
  if (depth >= DEEPEST) throw new JsonError(`nesting of ${DEEPEST} is too deep`);
  return depth + 1;
}

function writeArray(items: readonly Value[], style: Style, depth: number, expansion: Expansion): string {
  expansion.add(items.length);
  if (style === COMPACT) return `[${items.map((item) => write(item, style, depth, expansion)).join()}]`;
  const inside = style.indent.repeat(depth);
  const outside = style.indent.repeat(depth - 1);
  const lines = items.map((item) => `${inside}${write(item, style, depth, expansion)}`);
  return `[${style.lineEnd}${lines.join(`,${style.lineEnd}`)}${style.lineEnd}${outside}]`;
}

function writeHash(
  hash: ReadonlyMap<Value, Value>,
  style: Style,
  depth: number,
  expansion: Expansion,
): string {
  expansion.add(hash.size);
  const inside = style.indent.repeat(depth);
  const outside = style.indent.repeat(depth - 1);
  const lines: string[] = [];
  for (const [key, item] of hash) {
    lines.push(`${inside}${jsonString(toS(key))}${style.colon}${write(item, style, depth, expansion)}`);
  }
  // Unlike an array's, an empty mapping's line break comes once.
  const end = lines.length === 0 ? '' : style.lineEnd;
  return `{${style.lineEnd}${lines.join(`,${style.lineEnd}`)}${end}${outside}}`;
}

function jsonFloat(value: number | RubyFloat): string {
  const text = floatToText(value instanceof RubyFloat ? value.value : value);
  if (/[NI]/.test(text)) throw new JsonError(`${text} not allowed in JSON`);
  return text;
}

/** Ruby escapes the same characters in the same way as JavaScript. */
function jsonString(text: string): string {
  return JSON.stringify(text);
}
