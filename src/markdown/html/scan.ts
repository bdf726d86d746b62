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
  /** As written, in order, duplicates included. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
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

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Length in UTF-16 units of the name-start character at `pos`, 0 if there is none. */
function nameStartLength(text: string, pos: number): number {
  const code = text.codePointAt(pos);
  if (code === undefined) return 0;
  if (code < 0x80) return isAsciiLetter(code) || code === 0x5f ? 1 : 0;
  return alphabetic.test(String.fromCodePoint(code)) ? (code > 0xffff ? 2 : 1) : 0;
}

/** Length in UTF-16 units of the name character (without `:`) at `pos`, 0 if there is none. */
function nameCharacterLength(text: string, pos: number): number {
  const code = text.codePointAt(pos);
  if (code === undefined) return 0;
  if (code < 0x80) {
    return isAsciiLetter(code) || isAsciiDigit(code) || code === 0x5f || code === 0x2d || code === 0x2e
      ? 1
      : 0;
  }
  return alphanumeric.test(String.fromCodePoint(code)) ? (code > 0xffff ? 2 : 1) : 0;
}

/** End of a name without colon from `pos`, `pos` itself if there is none. */
function skipPlainName(text: string, pos: number): number {
  let length = nameStartLength(text, pos);
  if (length === 0) return pos;
  let end = pos;
  do {
    end += length;
    length = nameCharacterLength(text, end);
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
  for (;;) {
    const code = text.codePointAt(pos);
    if (code === undefined) return pos;
    if (code < 0x80) {
      if (!isAsciiLetter(code) && !isAsciiDigit(code) && code !== 0x5f) return pos;
      pos++;
    } else if (wordCharacter.test(String.fromCodePoint(code))) pos += code > 0xffff ? 2 : 1;
    else return pos;
  }
}

/** The start tag at `pos` (a `<`), `null` if there is none. */
export function scanTag(text: string, pos: number): HtmlTag | null {
  const nameEnd = skipName(text, pos + 1);
  if (nameEnd === pos + 1) return null;
  const attributes: (readonly [string, string])[] = [];
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
