import { Expansion } from './expansion.js';
import { floatToText } from './float-text.js';
import { keptByteOf } from './kept-bytes.js';
import { inspectDate, RubyDate } from './time/date.js';
import { inspectTime, RubyTime } from './time/time.js';
import { Drop, isHeldObject, RubyFloat, RubyRange, type Value } from './value.js';

/** Ruby's `inspect`: `nil`, `"a\n"`, `[1, 2.0]`, `{"a"=>1}` (Ruby 3.1's form). */
export function inspect(value: Value): string {
  return inspectValue(value, new Open());
}

/** The collections around the value in hand, outermost first. */
class Open {
  readonly collections: Value[] = [];
  readonly expansion = new Expansion();
}

function inspectValue(value: Value, open: Open): string {
  if (typeof value === 'string') return inspectString(value);
  if (value === null) return 'nil';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatToText(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return inspectNested(value, open, '[...]', inspectArray);
  if (value instanceof Map) return inspectNested(value, open, '{...}', inspectHash);
  if (value instanceof RubyFloat) return floatToText(value.value);
  if (value instanceof RubyTime) return inspectTime(value);
  if (value instanceof RubyDate) return inspectDate(value);
  if (value instanceof RubyRange) return `${value.first}..${value.last}`;
  return value instanceof Drop ? value.inspect() : String(value);
}

/** A collection met again inside itself prints as `[...]` or `{...}`. */
function inspectNested<T extends Value>(
  value: T,
  open: Open,
  again: string,
  print: (value: T, open: Open) => string,
): string {
  if (open.collections.includes(value)) return again;
  open.collections.push(value);
  const text = print(value, open);
  open.collections.pop();
  return text;
}

function inspectArray(items: Value[], open: Open): string {
  open.expansion.add(items.length);
  return `[${items.map((item) => inspectHeld(item, open)).join(', ')}]`;
}

function inspectHash(hash: Map<Value, Value>, open: Open): string {
  open.expansion.add(hash.size);
  const pairs: string[] = [];
  for (const [key, item] of hash) pairs.push(`${inspectValue(key, open)}=>${inspectHeld(item, open)}`);
  return `{${pairs.join(', ')}}`;
}

function inspectHeld(item: Value, open: Open): string {
  return isHeldObject(item) ? item.heldInspect() : inspectValue(item, open);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\x07': '\\a',
  '\x1b': '\\e',
};

/**
 * What `String#inspect` cannot print as it is. `#` counts only where it would start an interpolation. U+0085 prints, U+2028
 * not.
 */
const ESCAPED = /["\\]|#(?=[{$@])|(?!\x85)[\p{Cc}\p{Cn}\p{Cs}\u2028\u2029]/gu;

/** `String#inspect`. */
export function inspectString(text: string): string {
  return `"${text.replace(ESCAPED, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (character === '#') return '\\#';
  const code = character.codePointAt(0)!;
  const byte = keptByteOf(code);
  if (byte !== null) return `\\x${byte.toString(16).toUpperCase()}`;
  const digits = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}
