/**
 * Lines that end what came before them. Origin: kramdown 2.5.2, `LAZY_END` and its parts, `BLOCK_BOUNDARY`.
 */
import { spanElements } from '../html/elements.js';
import { scanEndTag, skipName } from '../html/scan.js';
import { isRestBlank, nextLine, skipOptionalSpaces, skipWhiteSpace } from '../white-space.js';
import { isBlank } from './blank-line.js';
import type { KramdownBlockState } from './state.js';

/** A `{: }` line. */
export interface AttributeLine {
  /** Text between the braces. */
  readonly content: string;
  /** Position of the next line. */
  readonly end: number;
}

/** The block attribute list at `pos` (after optional spaces), which may go over several lines; `null` if there is none. */
export function scanAttributeLine(state: KramdownBlockState, pos: number): AttributeLine | null {
  const { src } = state;
  const start = skipOptionalSpaces(src, pos);
  if (src.charCodeAt(start) !== 0x7b || src.charCodeAt(start + 1) !== 0x3a) return null;
  const first = src.charCodeAt(start + 2);
  if (first === 0x3a || first === 0x2f) return null;
  const close = state.braces.find(start + 2);
  return close < 0 ? null : { content: src.slice(start + 2, close), end: nextLine(src, close) };
}

/** Whether the line is `^`, the end of block marker. */
export function isEndOfBlockMarker(state: KramdownBlockState, line: number): boolean {
  const pos = state.bMarks[line]!;
  return state.src.charCodeAt(pos) === 0x5e && isRestBlank(state.src, pos + 1);
}

/** A run of Ruby's word characters at `pos`: what a word boundary would end. */
const word = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*/uy;

/** Whether a start or end tag at `pos` ends lazy lines: any but those of elements in text and `script`. */
export function isLazyEndTag(text: string, pos: number): boolean {
  if (text.charCodeAt(pos) !== 0x3c) return false;
  const isEndTag = text.charCodeAt(pos + 1) === 0x2f;
  const nameStart = isEndTag ? pos + 2 : pos + 1;
  if (skipName(text, nameStart) === nameStart) return false;
  word.lastIndex = nameStart;
  const name = word.exec(text)![0];
  if (spanElements.has(name) || name === 'script') return false;
  return !isEndTag || scanEndTag(text, pos) !== null;
}

/** Whether the line ends lazy lines: blank, an attribute list, `^`, block HTML. */
export function isLazyEnd(state: KramdownBlockState, line: number): boolean {
  const pos = skipOptionalSpaces(state.src, state.bMarks[line]!);
  switch (state.src.charCodeAt(pos)) {
    case 0x7b:
      return scanAttributeLine(state, pos) !== null;
    case 0x3c:
      return isLazyEndTag(state.src, pos);
    case 0x5e:
      return isEndOfBlockMarker(state, line);
    case 0x20:
    case 0x09:
    case 0x0a:
    case 0x0b:
    case 0x0c:
    case 0x0d:
      return isBlank(state, line);
    default:
      return pos >= state.src.length;
  }
}

/** Whether the current block stands behind a block boundary: nothing, a blank line, `^`, a waiting attribute list. */
export function isAfterBlockBoundary(state: KramdownBlockState): boolean {
  const last = state.lastBlock;
  if (!last || last.kind === 'blank' || state.pendingAttributes) return true;
  return last.kind === 'eob' && last.end === 'marker';
}

/** Whether the text at the state's position is a block boundary: the end, white space, `^`, an attribute list. */
export function isBeforeBlockBoundary(state: KramdownBlockState): boolean {
  const { line, pos } = state;
  if (line >= state.lineMax || skipWhiteSpace(state.src, pos) >= state.eMarks[line]!) return true;
  return isEndOfBlockMarker(state, line) || scanAttributeLine(state, pos) !== null;
}
