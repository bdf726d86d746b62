/**
 * Scanners of HTML's pieces, each from a position in a text and without going back, so that hostile input stays linear.
 * They accept what the expressions of kramdown 2.5.2 (`Parser::Html::Constants`, REXML's names) accept.
 */
import type { Finder } from '../finder.js';
import { skipWhiteSpace } from '../white-space.js';

/** A start tag. */
export interface HtmlTag {
  /** As written. */
  readonly name: string;
  /** As written, in order, duplicates included; whoever reads the tag may keep and change them. */
  readonly attributes: readonly [name: string, value: string][];
  /** `<x />`. */
  readonly isSelfClosing: boolean;
  /** Position behind it. */
  readonly end: number;
}

/** An end tag. */
export interface HtmlEndTag {
  /** As written. */
  readonly name: string;
  /** Position behind it. */
  readonly end: number;
}

const alphabetic = /\p{Alphabetic}/u;
const alphanumeric = /[\p{Alphabetic}\p{Nd}]/u;
const wordCharacter = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

/** What ASCII characters may be, as bits. */
const [NAME_START, NAME, WORD] = [1, 2, 4];
const KINDS = new Uint8Array(0x80);
for (let code = 0; code < KINDS.length; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) KINDS[code] = NAME_START | NAME | WORD;
  else if (/[0-9]/.test(character)) KINDS[code] = NAME | WORD;
  else if (/[.-]/.test(character)) KINDS[code] = NAME;
}

/** Length in UTF-16 units of the character at `pos` if it is of that kind, else 0. */
function lengthOf(kind: number, pattern: RegExp, text: string, pos: number): number {
  const code = text.charCodeAt(pos);
  // Behind the end it is no number.
  if (!(code >= 0x80)) return (KINDS[code]! & kind) === 0 ? 0 : 1;
  const character = String.fromCodePoint(text.codePointAt(pos)!);
  return pattern.test(character) ? character.length : 0;
}

/** Whether a name starts at `pos`. */
export function startsName(text: string, pos: number): boolean {
  return lengthOf(NAME_START, alphabetic, text, pos) > 0;
}

/** End of a name without colon from `pos`, `pos` itself if there is none. */
function skipPlainName(text: string, pos: number): number {
  let length = lengthOf(NAME_START, alphabetic, text, pos);
  if (length === 0) return pos;
  let end = pos;
  do {
    end += length;
    length = lengthOf(NAME, alphanumeric, text, end);
  } while (length > 0);
  return end;
}

/** End of an element's or attribute's name (`svg:rect`) from `pos`, `pos` itself if there is none. */
export function skipName(text: string, pos: number): number {
  const end = skipPlainName(text, pos);
  if (end === pos || text.charCodeAt(end) !== 0x3a) return end;
  const local = skipPlainName(text, end + 1);
  return local === end + 1 ? end : local;
}

/** End of an unquoted attribute value. */
function skipWord(text: string, pos: number): number {
  let end = pos;
  for (;;) {
    const length = lengthOf(WORD, wordCharacter, text, end);
    if (length === 0) return end;
    end += length;
  }
}

/** The start tag at `pos` (a `<`), `null` if there is none. */
export function scanTag(text: string, pos: number): HtmlTag | null {
  const nameEnd = skipName(text, pos + 1);
  if (nameEnd === pos + 1) return null;
  const attributes: [string, string][] = [];
  let end = nameEnd;
  for (;;) {
    const start = skipWhiteSpace(text, end);
    const attributeEnd = start === end ? start : skipName(text, start);
    if (attributeEnd === start) {
      end = start;
      break;
    }
    const value = scanValue(text, attributeEnd);
    attributes.push([text.slice(start, attributeEnd), value ? value.text : '']);
    end = value ? value.end : attributeEnd;
  }
  const isSelfClosing = text.charCodeAt(end) === 0x2f;
  if (isSelfClosing) end++;
  if (text.charCodeAt(end) !== 0x3e) return null;
  return { name: text.slice(pos + 1, nameEnd), attributes, isSelfClosing, end: end + 1 };
}

/** `= value` behind an attribute's name. */
function scanValue(text: string, pos: number): { text: string; end: number } | null {
  const equals = skipWhiteSpace(text, pos);
  if (text.charCodeAt(equals) !== 0x3d) return null;
  const start = skipWhiteSpace(text, equals + 1);
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    return close < 0 ? null : { text: text.slice(start + 1, close), end: close + 1 };
  }
  const end = skipWord(text, start);
  return end === start ? null : { text: text.slice(start, end), end };
}

/** The end tag at `pos` (a `<`), `null` if there is none. */
export function scanEndTag(text: string, pos: number): HtmlEndTag | null {
  if (text.charCodeAt(pos + 1) !== 0x2f) return null;
  const nameEnd = skipName(text, pos + 2);
  if (nameEnd === pos + 2) return null;
  const close = skipWhiteSpace(text, nameEnd);
  return text.charCodeAt(close) === 0x3e ? { name: text.slice(pos + 2, nameEnd), end: close + 1 } : null;
}

/** End of what `open` starts at `pos` and `close` ends, -1 if it does not start here or never ends. */
function scanDelimited(text: string, pos: number, open: string, close: string, finder: Finder): number {
  if (!text.startsWith(open, pos)) return -1;
  const found = finder.indexOf(close, pos + open.length);
  return found < 0 ? -1 : found + close.length;
}

/** End of the comment at `pos`, -1 if there is none. `finder` searches in `text`. */
export function scanComment(text: string, pos: number, finder: Finder): number {
  return scanDelimited(text, pos, '<!--', '-->', finder);
}

/** End of the processing instruction at `pos`, -1 if there is none. */
export function scanInstruction(text: string, pos: number, finder: Finder): number {
  return scanDelimited(text, pos, '<?', '?>', finder);
}

/** End of the CDATA section at `pos`, -1 if there is none. */
export function scanCdata(text: string, pos: number, finder: Finder): number {
  return scanDelimited(text, pos, '<![CDATA[', ']]>', finder);
}
