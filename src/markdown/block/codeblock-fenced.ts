/**
 * Fenced code: kramdown knows `~~~` at the start of a line, GFM also backticks, mixed fences and up to three spaces before them.
 * Origin: kramdown 2.5.2 and kramdown-parser-gfm 1.1, `FENCED_CODEBLOCK_MATCH`, `Parser::Kramdown#parse_codeblock_fenced`.
 */
import { isRestBlank, skipOptionalSpaces, strip } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

const tilde = 0x7e;
const backtick = 0x60;

/** Position behind the fence characters at `pos`. */
function skipFence(text: string, pos: number, isGfm: boolean): number {
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code !== tilde && !(isGfm && code === backtick)) return pos;
    pos++;
  }
}

/** Whether a fence of at least three characters starts the line. */
export function startsWithFence(state: KramdownBlockState, line: number): boolean {
  const isGfm = state.kramdown.isGfm;
  const start = state.bMarks[line]!;
  const pos = isGfm ? skipOptionalSpaces(state.src, start) : start;
  return skipFence(state.src, pos, isGfm) >= pos + 3;
}

/** The rule. */
export function codeblockFenced(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  if (!startsWithFence(state, startLine)) return false;
  const { src } = state;
  const isGfm = state.kramdown.isGfm;
  const start = isGfm ? skipOptionalSpaces(src, state.bMarks[startLine]!) : state.bMarks[startLine]!;
  const fenceEnd = skipFence(src, start, isGfm);
  const lineEnd = state.eMarks[startLine]!;
  // the longest fence that is closed wins; characters it does not need belong to the language
  for (let end = fenceEnd; end >= start + 3; end--) {
    const language = strip(src.slice(end, lineEnd));
    if (/[ \t\r\f\v]/.test(language)) continue;
    const closing = findClosingLine(state, src.slice(start, end), startLine + 1, endLine);
    if (closing < 0) continue;
    pushFence(state, startLine, closing, language);
    return true;
  }
  return false;
}

/** The line that closes the fence: the same characters, more of the last one, nothing else. -1 if there is none. */
function findClosingLine(state: KramdownBlockState, fence: string, line: number, endLine: number): number {
  const known = state.unclosedFences.get(fence);
  if (known !== undefined && line >= known) return -1;
  const last = fence.charCodeAt(fence.length - 1);
  for (let candidate = line; candidate < endLine; candidate++) {
    const start = state.bMarks[candidate]!;
    const pos = state.kramdown.isGfm ? skipOptionalSpaces(state.src, start) : start;
    if (!state.src.startsWith(fence, pos)) continue;
    let end = pos + fence.length;
    while (state.src.charCodeAt(end) === last) end++;
    if (isRestBlank(state.src, end)) return candidate;
  }
  state.unclosedFences.set(fence, line);
  return -1;
}

function pushFence(state: KramdownBlockState, startLine: number, closing: number, language: string): void {
  const token = state.push('fence', 'code', 0);
  token.content = state.src.slice(state.bMarks[startLine + 1], state.bMarks[closing]);
  token.info = language;
  token.map = [startLine, closing + 1];
  if (language !== '') token.attrSet('class', `language-${languageName(language)}`);
  state.line = closing + 1;
  state.addBlock('codeblock', token);
}

/** The language without options: `php` of `php?start_inline=1`. */
function languageName(language: string): string {
  const question = language.indexOf('?', 1);
  return question < 0 ? language : language.slice(0, question);
}
