/**
 * The fast way through YAML: block mappings and lists whose values are plain or quoted scalars on one line, or flow lists of such.
 * That is what nearly all front matter is, and costs a tenth of the general way. At anything else it gives up, and the text is
 * parsed anew; so it must never guess: what it accepts means just this to libyaml too.
 */
import type { RubyHash, Value } from '../value.js';
import { typedScalar } from './scalar.js';

/** The mapping, or `undefined` when the text holds anything this way does not know. @param step called for each line */
export function parseYamlLines(text: string, step: () => void): RubyHash | undefined {
  const lines = new Lines(text, step);
  if (lines.current === null || lines.indent !== 0) return undefined;
  const mapping = readMapping(lines, 0);
  return lines.current === null ? mapping : undefined;
}

/** Deeper nesting is left to the general way. */
const MAX_INDENT = 40;

/** The lines of a text that hold something, without their ends and the spaces before those; a `---` at the start is passed over. */
class Lines {
  /** From its first character that is no space; `null` at the end. */
  current: string | null = null;
  /** Spaces before it. */
  indent = 0;
  private at: number;

  constructor(
    private readonly text: string,
    private readonly step: () => void,
  ) {
    this.at = /^---[ ]*\n/.exec(text)?.[0].length ?? 0;
    this.advance();
  }

  advance(): void {
    const { text } = this;
    this.step();
    this.current = null;
    while (this.current === null && this.at < text.length) {
      let start = this.at;
      while (text.charCodeAt(start) === 32) start++;
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      let last = end;
      while (last > start && text.charCodeAt(last - 1) === 32) last--;
      const line = text.slice(start, last);
      if (line !== '' && line.charCodeAt(0) !== 35) this.current = line;
      this.indent = start - this.at;
      this.at = end + 1;
    }
  }
}

/** The mapping whose keys stand at this indentation, from the current line on. */
function readMapping(lines: Lines, indent: number): RubyHash | undefined {
  const mapping: RubyHash = new Map();
  while (lines.current !== null && lines.indent === indent && !isItem(lines.current)) {
    const line = lines.current;
    const colon = keyEnd(line);
    if (colon < 0 || mayBeBadNumber(line.slice(0, colon))) return undefined;
    const key = typedScalar(line.slice(0, colon));
    lines.advance();
    const value = colon === line.length - 1 ? readNested(lines, indent) : readValue(line, colon + 1);
    // Nil is no key, and dates and floats are known again by the general way only.
    if (typeof key === 'object' || value === undefined) return undefined;
    mapping.set(key, value);
  }
  return mapping;
}

/** What stands below a key: a mapping or list further in, a list in the key's own column, or nothing. */
function readNested(lines: Lines, indent: number): Value | undefined {
  if (lines.current === null || lines.indent < indent || lines.indent > MAX_INDENT) return null;
  if (isItem(lines.current)) return readList(lines, lines.indent);
  return lines.indent === indent ? null : readMapping(lines, lines.indent);
}

/** The list whose hyphens stand at this indentation. */
function readList(lines: Lines, indent: number): Value[] | undefined {
  const items: Value[] = [];
  while (lines.current !== null && lines.indent === indent && isItem(lines.current)) {
    const item = readItem(lines, indent);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** `- value`, or `- key: value` with the mapping's other keys below the first. */
function readItem(lines: Lines, indent: number): Value | undefined {
  const line = lines.current ?? '';
  let start = 1;
  while (line.charCodeAt(start) === 32) start++;
  const rest = line.slice(start);
  if (keyEnd(rest) >= 0) {
    lines.current = rest;
    lines.indent = indent + start;
    return readMapping(lines, lines.indent);
  }
  lines.advance();
  return readValue(rest, 0);
}

function isItem(line: string): boolean {
  return line.charCodeAt(0) === 45 && line.charCodeAt(1) === 32;
}

/**
 * Index of the colon behind a key of letters, digits, `_`, `-`, `/` and `.`, followed by a space or nothing; -1 for other
 * lines.
 */
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
