/**
 * Headers, atx (`## text`) and setext (underlined). Origin: kramdown 2.5.2, `parser/kramdown/header.rb`; kramdown-parser-gfm 1.1,
 * `parse_atx_header_gfm_quirk`.
 */
import { type HeadingMeta, metaOf } from '../tokens.js';
import { stripEnd } from '../white-space.js';
import { isAfterBlockBoundary } from './line-ends.js';
import type { KramdownBlockState } from './state.js';

const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** `{#id}` at the end of a header; the id is an XML name. */
const headerId = new RegExp(
  `[\\t ]\\{#([${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*)\\}$`,
  'u',
);

/** The level of a GFM atx header that starts at `pos`, 0 if there is none. */
function gfmLevel(text: string, pos: number): number {
  let end = pos;
  while (end < pos + 6 && text.charCodeAt(end) === 0x23) end++;
  const next = text.charCodeAt(end);
  return next === 0x20 || next === 0x09 ? end - pos : 0;
}

/** Whether the line starts as one of GFM's atx headers does. */
export function startsGfmHeader(state: KramdownBlockState, line: number): boolean {
  return gfmLevel(state.src, state.bMarks[line]!) > 0;
}

/** kramdown wants no space behind the marks; its expression then lets an empty header take the next line. */
const kramdownStart = /(#{1,6})[\t ]*([^ \t][^\n]*)\n/y;

/** An atx header. */
export function atxHeader(state: KramdownBlockState, startLine: number): boolean {
  const { src, kramdown } = state;
  const pos = state.bMarks[startLine]!;
  if (src.charCodeAt(pos) !== 0x23) return false;
  if (!kramdown.hasParagraphEnd && !isAfterBlockBoundary(state)) return false;
  if (!kramdown.isGfm) {
    kramdownStart.lastIndex = pos;
    const match = kramdownStart.exec(src);
    return match !== null && pushAtx(state, match[1]!.length, match[2]!, kramdownStart.lastIndex);
  }
  const level = gfmLevel(src, pos);
  return (
    level > 0 &&
    pushAtx(state, level, src.slice(pos + level, state.eMarks[startLine]), nextStart(state, startLine))
  );
}

function nextStart(state: KramdownBlockState, line: number): number {
  return state.eMarks[line]! + 1;
}

/** Enters an atx header unless it is empty. Marks at the end go; with `paragraph_end` only behind white space. */
function pushAtx(state: KramdownBlockState, level: number, contents: string, end: number): boolean {
  const { text, id } = readContents(contents.replace(/^[\t ]+/, ''));
  const closing = state.kramdown.hasParagraphEnd ? /[\t ]#+$/ : /(?<!\\)#+$/;
  const stripped = text.endsWith('#') ? stripEnd(text.replace(closing, '')) : text;
  if (stripped === '') return false;
  pushHeader(state, level, stripped, id, end);
  return true;
}

/** A setext header. */
export function setextHeader(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  if (startLine + 1 >= endLine) return false;
  const { src } = state;
  const underline = src.charCodeAt(state.bMarks[startLine + 1]!);
  if (underline !== 0x2d && underline !== 0x3d) return false;
  const match = setextStart(src, state.bMarks[startLine]!);
  if (!match || !isAfterBlockBoundary(state)) return false;
  const { text, id } = readContents(match.contents);
  if (text === '') return false;
  pushHeader(state, underline === 0x2d ? 2 : 1, text, id, match.end);
  return true;
}

const setext = / {0,3}([^ \t][^\n]*)\n[-=]+[ \t\r\f\v]*\n/y;

function setextStart(text: string, pos: number): { contents: string; end: number } | null {
  setext.lastIndex = pos;
  const match = setext.exec(text);
  return match && { contents: match[1]!, end: setext.lastIndex };
}

/** Takes an id off the end of a header's text. */
function readContents(contents: string): { text: string; id: string | null } {
  const text = stripEnd(contents);
  const match = text.endsWith('}') ? headerId.exec(text) : null;
  return match ? { text: stripEnd(text.slice(0, match.index)), id: match[1]! } : { text, id: null };
}

function pushHeader(
  state: KramdownBlockState,
  level: number,
  text: string,
  id: string | null,
  end: number,
): void {
  const startLine = state.line;
  state.moveTo(end);
  const open = state.push('heading_open', `h${level}`, 1);
  open.map = [startLine, state.line];
  if (id !== null) open.attrSet('id', id);
  const meta = metaOf<HeadingMeta>(open);
  meta.level = level;
  meta.rawText = text;
  state.addBlock('header', open);
  state.pushInline(text, startLine, state.line);
  state.push('heading_close', `h${level}`, -1).meta = open.meta;
}
