/**
 * `[id]: url "title"`, the title also on the next line. Origin: kramdown 2.5.2, `LINK_DEFINITION_START`,
 * `Parser::Kramdown#parse_link_definition`.
 */
import { createAttributeList } from '../attribute-list.js';
import type { LinkDefinition } from '../env.js';
import { normalizeLinkId } from '../link-id.js';
import { skipBlanks, skipOptionalSpaces } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

const start = /\[([^\n\]]+)\]:[ \t]*/y;

/** Where a definition points, and the position of the line behind it. */
interface Target {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
}

/** The rule. */
export function linkDefinition(state: KramdownBlockState, startLine: number): boolean {
  const { src, kramdown } = state;
  const pos = skipOptionalSpaces(src, state.pos);
  if (src.charCodeAt(pos) !== 0x5b) return false;
  start.lastIndex = pos;
  const match = start.exec(src);
  if (!match) return false;
  const urlStart = start.lastIndex;
  const lineEnd = state.eMarks[startLine]!;
  const target = scanBracketed(src, urlStart, lineEnd) ?? scanPlain(src, urlStart, lineEnd);
  if (!target) return false;
  state.moveTo(target.end);
  const id = normalizeLinkId(match[1]!);
  if (kramdown.linkDefinitions.has(id)) {
    kramdown.warn(`Duplicate link ID '${id}' on line ${state.sourceLine(state.line)} - overwriting`);
  }
  const definition: LinkDefinition = {
    url: target.url,
    title: target.title,
    attributeList: createAttributeList(),
  };
  state.addEndOfBlock('definition', definition);
  kramdown.linkDefinitions.set(id, definition);
  return true;
}

/** `<url>`, up to the first `>` behind which nothing but a title follows. */
function scanBracketed(text: string, pos: number, lineEnd: number): Target | null {
  if (text.charCodeAt(pos) !== 0x3c) return null;
  const titleEnd = endOfText(text, pos, lineEnd);
  let close = text.indexOf('>', pos);
  while (close >= 0 && close < lineEnd) {
    const url = text.slice(pos + 1, close);
    const behind = skipBlanks(text, close + 1);
    if (behind >= lineEnd) return withTitleBelow(text, url, lineEnd);
    const title = behind > close + 1 ? readTitle(text, behind, titleEnd) : null;
    if (title !== null) return { url, title, end: lineEnd + 1 };
    close = text.indexOf('>', close + 1);
  }
  return null;
}

/** A URL without brackets, which may hold spaces but no space before a quote. */
function scanPlain(text: string, pos: number, lineEnd: number): Target | null {
  const end = endOfText(text, pos, lineEnd);
  const titleStart = findTitle(text, pos, end);
  if (titleStart < 0) {
    const url = text.slice(pos, end);
    return isUrl(url) ? withTitleBelow(text, url, lineEnd) : null;
  }
  let urlEnd = titleStart;
  while (text.charCodeAt(urlEnd - 1) === 0x20 || text.charCodeAt(urlEnd - 1) === 0x09) urlEnd--;
  const url = text.slice(pos, urlEnd);
  if (!isUrl(url)) return null;
  return { url, title: text.slice(titleStart + 1, end - 1), end: lineEnd + 1 };
}

function isUrl(text: string): boolean {
  return /[^ \t-\r]/.test(text) && !/[ \t]["']/.test(text);
}

/** End of the line without spaces and tabs. */
function endOfText(text: string, pos: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > pos && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x09)) end--;
  return end;
}

/** Position of the first quote behind white space that the line's last character closes, -1 if there is none. */
function findTitle(text: string, pos: number, end: number): number {
  const quote = text[end - 1];
  if (quote !== '"' && quote !== "'") return -1;
  for (
    let found = text.indexOf(quote, pos + 1);
    found >= 0 && found + 2 < end;
    found = text.indexOf(quote, found + 1)
  ) {
    const before = text.charCodeAt(found - 1);
    if (before === 0x20 || before === 0x09) return found;
  }
  return -1;
}

/** The title in quotes from `pos` to `end`, `null` if that is none. */
function readTitle(text: string, pos: number, end: number): string | null {
  const quote = text[pos];
  if ((quote !== '"' && quote !== "'") || end - pos < 3 || text[end - 1] !== quote) return null;
  return text.slice(pos + 1, end - 1);
}

/** A definition whose title, if any, stands alone on the next line. */
function withTitleBelow(text: string, url: string, lineEnd: number): Target {
  const below = lineEnd + 1;
  const nextEnd = text.indexOf('\n', below);
  if (nextEnd >= 0) {
    const title = readTitle(text, skipBlanks(text, below), endOfText(text, below, nextEnd));
    if (title !== null) return { url, title, end: nextEnd + 1 };
  }
  return { url, title: null, end: below };
}
