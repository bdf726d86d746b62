/**
 * Fenced code: kramdown knows `~~~` at the start of a line, GFM also backticks, mixed fences and up to three spaces before them.
 * Origin: kramdown 2.5.2 and kramdown-parser-gfm 1.1, `FENCED_CODEBLOCK_MATCH`, `Parser::Kramdown#parse_codeblock_fenced`.
 */
import { skipOptionalSpaces, strip, trimWhiteSpace } from '../white-space.js';
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
  const start = isGfm ? skipOptionalSpaces(src, state.pos) : state.pos;
  const fenceEnd = skipFence(src, start, isGfm);
  const rest = src.slice(fenceEnd, state.eMarks[startLine]);
  const info = trimWhiteSpace(rest);
  if (/[ \t\r\f\v]/.test(info)) return false;
  const fence = src.slice(start, fenceEnd);
  // with white space before the language, nothing of the fence can belong to the language
  const shortest = info === '' || rest.startsWith(info) ? minLength : fence.length;
  const closing = findClosing(state, fence, shortest, startLine, endLine);
  if (!closing) return false;
  pushFence(state, startLine, closing.line, fence.slice(closing.length) + info);
  return true;
}

const minLength = 3;

/** Lines that can close a fence, by their first three characters. */
export type FenceLines = ReadonlyMap<string, readonly FenceLine[]>;

interface FenceLine {
  readonly fence: string;
  readonly line: number;
}

/** Finds the lines that hold nothing but fence characters. */
export function collectFenceLines(state: KramdownBlockState): FenceLines {
  const lines = new Map<string, FenceLine[]>();
  for (let line = 0; line < state.lineMax; line++) {
    if (!startsWithFence(state, line)) continue;
    const fence = trimWhiteSpace(state.src.slice(state.bMarks[line], state.eMarks[line]));
    if (skipFence(fence, 0, true) < fence.length) continue;
    const key = fence.slice(0, minLength);
    const known = lines.get(key);
    if (known) known.push({ fence, line });
    else lines.set(key, [{ fence, line }]);
  }
  return lines;
}

/**
 * The line that closes a fence, and how many of the fence's characters it closes: the longest part of the fence that some line
 * closes counts; characters it does not need belong to the language. `null` if there is none.
 */
function findClosing(
  state: KramdownBlockState,
  fence: string,
  shortest: number,
  startLine: number,
  endLine: number,
): { line: number; length: number } | null {
  let best: { line: number; length: number } | null = null;
  const candidates = state.fenceLines.get(fence.slice(0, minLength)) ?? [];
  for (let index = firstBehind(candidates, startLine); index < candidates.length; index++) {
    const candidate = candidates[index]!;
    if (candidate.line >= endLine) break;
    const length = closedLength(fence, candidate.fence);
    if (length < shortest || (best && length <= best.length)) continue;
    best = { line: candidate.line, length };
    if (length === fence.length) break;
  }
  return best;
}

/** Index of the first candidate behind a line. */
function firstBehind(candidates: readonly FenceLine[], line: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (candidates[middle]!.line <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters of `fence` the line `closing` closes: it starts with them and goes on with the last of them. */
function closedLength(fence: string, closing: string): number {
  let common = 0;
  while (common < fence.length && common < closing.length && fence[common] === closing[common]) common++;
  for (let index = common; index < closing.length; index++) {
    if (closing[index] !== closing[common - 1]) return 0;
  }
  return common;
}

function pushFence(state: KramdownBlockState, startLine: number, closing: number, language: string): void {
  const token = state.push('fence', 'code', 0);
  token.content = state.src.slice(state.bMarks[startLine + 1], state.bMarks[closing]);
  token.info = strip(language);
  token.map = [startLine, closing + 1];
  if (token.info !== '') token.attrSet('class', `language-${languageName(language)}`);
  state.line = closing + 1;
  state.addBlock('codeblock', token);
}

/** The language without options: `php` of `php?start_inline=1`. */
function languageName(language: string): string {
  const question = language.indexOf('?', 1);
  return question < 0 ? language : language.slice(0, question);
}
