/**
 * The first lines of list items and definitions. Origin: kramdown 2.5.2, `parser/kramdown/list.rb`.
 */
import { type AttributeList, createAttributeList, parseAttributeList } from '../attribute-list.js';
import { ClosingBraces } from '../braces.js';
import type { KramdownEnv } from '../env.js';
import { isWhiteSpace, skipWhiteSpace } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

/** `ul` for bullets, `ol` for numbers, `dl` for the colon of a definition. */
export type MarkerKind = 'ul' | 'ol' | 'dl';

/** A marker found on a line. */
export interface Marker {
  readonly kind: MarkerKind;
  /** Columns up to and with the marker. */
  readonly length: number;
  /** Position behind it. */
  readonly end: number;
}

/**
 * The marker at `pos` behind at most `maxIndent` spaces; `null` if there is none. A space, tab or vertical bar must follow it.
 */
export function scanMarker(text: string, pos: number, maxIndent: number): Marker | null {
  let start = pos;
  while (start - pos < maxIndent && text.charCodeAt(start) === 0x20) start++;
  const code = text.charCodeAt(start);
  let end = start + 1;
  let kind: MarkerKind = 'ul';
  if (code >= 0x30 && code <= 0x39) {
    while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
    if (text.charCodeAt(end) !== 0x2e) return null;
    end++;
    kind = 'ol';
  } else if (code === 0x3a) kind = 'dl';
  else if (code !== 0x2a && code !== 0x2b && code !== 0x2d) return null;
  const next = text.charCodeAt(end);
  if (next !== 0x20 && next !== 0x09 && next !== 0x7c) return null;
  return { kind, length: end - pos, end };
}

/** Whether the text at `pos` starts an item of a bullet or numbered list. */
export function startsItem(text: string, pos: number): boolean {
  const marker = scanMarker(text, pos, 3);
  return marker !== null && marker.kind !== 'dl';
}

/** Whether the line starts an item of a bullet or numbered list. */
export function startsListItem(state: KramdownBlockState, line: number): boolean {
  return startsItem(state.src, state.bMarks[line]!);
}

/** Whether the line starts a definition. */
export function startsDefinition(state: KramdownBlockState, line: number): boolean {
  return scanMarker(state.src, state.bMarks[line]!, 3)?.kind === 'dl';
}

/** Most spaces before the markers that follow in a list whose last item's text starts at that column. */
export function maxMarkerIndent(indentation: number): number {
  return indentation >= 1 && indentation <= 3 ? indentation - 1 : 3;
}

/** The text behind a marker, and what it means for the lines below. */
export interface FirstLine {
  /** With line end; attribute list and indentation taken off. */
  readonly content: string;
  /** Column at which the text starts: lines indented so far belong to the item. */
  readonly indentation: number;
  /** From `{: }` at the start of the text. */
  readonly attributeList: AttributeList | null;
}

/** Reads the text behind the marker (line end included). Origin: `parse_first_list_line`, `LIST_ITEM_IAL`. */
export function readFirstLine(rest: string, markerLength: number, env: KramdownEnv): FirstLine {
  const list = scanItemAttributes(rest);
  const start = list ? list.end : skipWhiteSpace(rest, 0);
  const indentation = start >= rest.length ? 4 : markerLength + columnsBefore(rest, markerLength);
  if (!list) return { content: rest.slice(start), indentation, attributeList: null };
  const attributeList = createAttributeList();
  parseAttributeList(list.content, attributeList, env);
  return { content: rest.slice(start), indentation, attributeList };
}

/** Columns of spaces and tabs at the start of `text`, which itself starts at a column. Tab stops are four columns apart. */
function columnsBefore(text: string, column: number): number {
  let columns = 0;
  for (let pos = 0; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x20) columns++;
    else if (code === 0x09) columns += 4 - ((columns + column) % 4);
    else return columns;
  }
}

/** `{: }` at the start of an item's text or of a term; `null` if there is none. `end` is behind the white space that follows. */
export function scanItemAttributes(text: string): { content: string; end: number } | null {
  const start = skipWhiteSpace(text, 0);
  if (text.charCodeAt(start) !== 0x7b || text.charCodeAt(start + 1) !== 0x3a) return null;
  const rest = text.slice(start + 2);
  if (/^(?:[A-Za-z0-9_][A-Za-z0-9_-]*)?:|^\//.test(rest)) return null;
  const close = new ClosingBraces(text, () => true).find(start + 2);
  return close < 0 ? null : { content: text.slice(start + 2, close), end: skipWhiteSpace(text, close + 1) };
}

/** How a line below an item's first line belongs to it. */
export function isContentLine(text: string, pos: number, indentation: number): boolean {
  const units = Math.floor(indentation / 4);
  let at = pos;
  let count = 0;
  while (count < units + 1) {
    if (text.charCodeAt(at) === 0x09) at++;
    else if (text.startsWith('    ', at)) at += 4;
    else break;
    count++;
  }
  if (count < units) return false;
  if (count === units) {
    for (let spaces = 0; spaces < indentation % 4; spaces++) {
      if (text.charCodeAt(at + spaces) !== 0x20) return false;
    }
  }
  return hasText(text, at);
}

/** Whether the line holds something other than white space. */
export function hasText(text: string, pos: number): boolean {
  for (;;) {
    const code = text.charCodeAt(pos++);
    if (Number.isNaN(code) || code === 0x0a) return false;
    if (!isWhiteSpace(code)) return true;
  }
}
