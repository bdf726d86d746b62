/** Scalars in quotes, of one line or several. */
import type { Cursor } from './cursor.js';

const DOUBLE_QUOTE = 34;

/** What a letter stands for behind a backslash; `x`, `u` and `U` come before the number of a character. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** Digits behind these letters. */
const CODE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The text of a quoted scalar; the cursor goes behind its closing quote. */
export function readQuoted(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  const end = closingQuote(text, at);
  if (end === -1) return undefined;
  cursor.at = end + 1;
  const inner = text.slice(at + 1, end);
  const isDouble = text.charCodeAt(at) === DOUBLE_QUOTE;
  if (inner.includes('\n')) return readLines(inner, isDouble);
  return isDouble ? resolveEscapes(inner) : unquote(inner);
}

/** Where the quote is that closes the scalar whose opening quote stands at a place; -1 when none does. */
export function closingQuote(text: string, start: number): number {
  const isDouble = text.charCodeAt(start) === DOUBLE_QUOTE;
  let end = text.indexOf(isDouble ? '"' : "'", start + 1);
  if (isDouble) while (end !== -1 && endsInEscape(text, start + 1, end)) end = text.indexOf('"', end + 1);
  else while (end !== -1 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end;
}

/** Whether the backslashes right before `end` are of an odd number. */
function endsInEscape(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && text[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

/** A line end stands for a space, or for nothing behind a backslash; each blank line behind it is a line end of the text. */
function readLines(inner: string, isDouble: boolean): string | undefined {
  const lines = inner.split('\n');
  const read = isDouble ? resolveEscapes : unquote;
  let result = '';
  let lineEnds = 0;
  let isJoined = true;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && /^(?:---|\.\.\.)/.test(line)) return undefined;
    const isLast = index === lines.length - 1;
    const isEscaped = isDouble && !isLast && endsInEscape(line, 0, line.length);
    const begun = index === 0 ? line : line.replace(/^[ \t]+/, '');
    const part = read(isEscaped ? begun.slice(0, -1) : isLast ? begun : trimEnd(begun, isDouble));
    if (part === undefined) return undefined;
    if (index > 0 && part === '' && !isLast && !isEscaped) {
      lineEnds++;
      continue;
    }
    result += '\n'.repeat(lineEnds) || (isJoined ? '' : ' ');
    result += part;
    lineEnds = 0;
    isJoined = isEscaped;
  }
  return result;
}

/** Without the white space at its end, but for what a backslash makes part of the text. */
function trimEnd(line: string, isDouble: boolean): string {
  let end = line.length;
  while (isBlank(line[end - 1])) end--;
  if (isDouble && end < line.length && endsInEscape(line, 0, end)) end++;
  return line.slice(0, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function unquote(inner: string): string {
  return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
}

/** `undefined` for an escape that is none, or one half of a pair of surrogates. */
function resolveEscapes(inner: string): string | undefined {
  let backslash = inner.indexOf('\\');
  if (backslash === -1) return inner;
  let result = '';
  let from = 0;
  for (; backslash !== -1; backslash = inner.indexOf('\\', from)) {
    const letter = inner[backslash + 1] ?? '';
    const length = CODE_LENGTHS.get(letter);
    const next = backslash + 2 + (length ?? 0);
    const character =
      length === undefined ? ESCAPES.get(letter) : characterOf(inner.slice(backslash + 2, next), length);
    if (character === undefined) return undefined;
    result += inner.slice(from, backslash) + character;
    from = next;
  }
  return result + inner.slice(from);
}

function characterOf(digits: string, length: number): string | undefined {
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
  const code = Number.parseInt(digits, 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}
