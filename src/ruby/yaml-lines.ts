/**
 * The fast way through YAML: documents of lines `key: value`, where a value is a plain or quoted scalar on that line, a flow list
 * of such, or a block list of such below it. That is what nearly all front matter is, and costs a tenth of the general way. At
 * anything else it gives up, and the text is parsed anew; so it must never guess: what it accepts means just this to libyaml too.
 */

import type { RubyHash, Value } from './value.js';
import { typedScalar } from './yaml-scalar.js';

/** The mapping, or `undefined` when the text holds anything this way does not know. */
export function parseYamlLines(text: string): RubyHash | undefined {
  const lines = new Lines(text);
  const mapping: RubyHash = new Map();
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (isBlank(line)) continue;
    const colon = keyEnd(line);
    if (colon < 0) return undefined;
    if (mayBeBadNumber(line.slice(0, colon))) return undefined;
    const key = typedScalar(line.slice(0, colon));
    const value = colon === line.length - 1 ? readList(lines) : readValue(line, colon + 1);
    if (key === null || value === undefined) return undefined;
    mapping.set(key, value);
  }
  return mapping.size === 0 ? undefined : mapping;
}

/** Lines of a text, which may start with `---`; without their ends. */
class Lines {
  private at: number;

  constructor(private readonly text: string) {
    this.at = /^---[ ]*\r?\n/.exec(text)?.[0].length ?? 0;
  }

  next(): string | undefined {
    const { text, at } = this;
    if (at >= text.length) return undefined;
    const end = text.indexOf('\n', at);
    this.at = end === -1 ? text.length : end + 1;
    const line = text.slice(at, end === -1 ? text.length : end);
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  /** The next line, if the test holds for it. */
  nextIf(test: (line: string) => boolean): string | undefined {
    const before = this.at;
    const line = this.next();
    if (line !== undefined && test(line)) return line;
    this.at = before;
    return undefined;
  }
}

/** Empty, or a comment from the first column: further in it could end a scalar before it. */
function isBlank(line: string): boolean {
  return line === '' || line.charCodeAt(0) === 35;
}

/** Index of the colon behind a key of letters, digits, `_`, `-`, `/` and `.`, followed by a space or nothing; -1 for other lines. */
function keyEnd(line: string): number {
  let index = 0;
  for (; index < line.length; index++) {
    const code = line.charCodeAt(index);
    const isWord =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
    if (!isWord && !(index > 0 && (code === 45 || code === 46 || code === 47))) break;
  }
  if (index === 0 || line.charCodeAt(index) !== 58) return -1;
  return index === line.length - 1 || line.charCodeAt(index + 1) === 32 ? index : -1;
}

/** What stands behind a key with nothing on its line: a block list, or nothing. */
function readList(lines: Lines): Value | undefined {
  const first = lines.nextIf((line) => ITEM.test(line));
  if (first === undefined) return null;
  const indent = first.indexOf('-');
  const items: Value[] = [];
  for (let line: string | undefined = first; line !== undefined; line = lines.nextIf(isItemAt(indent))) {
    const item = readValue(line, indent + 1);
    if (item === undefined || looksLikePair(line, indent + 2)) return undefined;
    items.push(item);
  }
  return items;
}

const ITEM = /^ *- /;

function isItemAt(indent: number): (line: string) => boolean {
  return (line) => line.indexOf('-') === indent && ITEM.test(line);
}

/** `- key: value` is a mapping in the list, and so is a lone `- key:`. */
function looksLikePair(line: string, from: number): boolean {
  return /:(?:[ ]|$)/.test(line.slice(from)) || /^-(?:[ ]|$)/.test(line.slice(from));
}

/** The value on a line from an index on; `undefined` when it is not of a kind known here. */
function readValue(line: string, from: number): Value | undefined {
  const text = trimSpaces(line, from);
  const first = text.charCodeAt(0);
  if (first === 34) return quoted(text, '"');
  if (first === 39) return quoted(text, "'");
  if (first === 91) return flowList(text);
  return isPlain(text, false) ? typedScalar(text) : undefined;
}

function trimSpaces(line: string, from: number): string {
  let start = from;
  let end = line.length;
  while (start < end && line.charCodeAt(start) === 32) start++;
  while (end > start && line.charCodeAt(end - 1) === 32) end--;
  return line.slice(start, end);
}

/** A quoted scalar without escapes that fills the whole text. */
function quoted(text: string, quote: '"' | "'"): string | undefined {
  if (text.length < 2 || text.indexOf(quote, 1) !== text.length - 1) return undefined;
  const inner = text.slice(1, -1);
  return (quote === '"' && inner.includes('\\')) || hasControl(inner) ? undefined : inner;
}

/** Items without brackets, braces, quotes or colons in them, separated by commas. */
function flowList(text: string): Value[] | undefined {
  if (text === '[]') return [];
  if (!text.endsWith(']')) return undefined;
  const items: Value[] = [];
  for (const part of text.slice(1, -1).split(',')) {
    const item = flowItem(trimSpaces(part, 0));
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function flowItem(text: string): Value | undefined {
  if (text === '') return undefined;
  const first = text.charCodeAt(0);
  if (first === 34) return quoted(text, '"');
  if (first === 39) return quoted(text, "'");
  return isPlain(text, true) ? typedScalar(text) : undefined;
}

/**
 * Whether the text is one plain scalar, and stays one: it begins with a letter, a digit or something else that means nothing to
 * YAML, and holds neither `: ` nor ` #`, nor, in a list, brackets, braces or a colon.
 */
function isPlain(text: string, isInFlow: boolean): boolean {
  if (text === '') return false;
  if (!isPlainStart(text) || mayBeBadNumber(text)) return false;
  if (text.includes(': ') || text.includes(' #') || text.endsWith(':') || hasControl(text)) return false;
  return !isInFlow || !/[[\]{}:?]/.test(text);
}

const INDICATORS: ReadonlySet<string> = new Set('-?:,[]{}#&*!|>\'"%@`=<');

/** A sign may begin a number only. */
function isPlainStart(text: string): boolean {
  const first = text[0]!;
  return !INDICATORS.has(first) || (first === '-' && /^-[0-9.]/.test(text));
}

/** A number with underscores can be one that Ruby refuses: an error, for which this way has no place. */
function mayBeBadNumber(text: string): boolean {
  return text.includes('_') && /^[-+.0-9]/.test(text);
}

/** Tabs, other control characters and the line ends of YAML 1.1 that JavaScript's `\n` does not cover. */
function hasControl(text: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
}
