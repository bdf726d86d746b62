import { isWhiteSpace, nextLine, skipOptionalSpaces } from '../white-space.js';
import { isBlank } from './blank-line.js';
import { isEndOfBlockMarker, isLazyEndTag, scanAttributeLine } from './line-ends.js';
import type { KramdownBlockState } from './state.js';

/** Whether the line starts with a tab or four spaces and holds more than white space. */
export function isIndented(state: KramdownBlockState, line: number): boolean {
  const start = state.bMarks[line]!;
  const isDeep = state.src.charCodeAt(start) === 0x09 || state.src.startsWith('    ', start);
  return isDeep && hasText(state, line);
}

/** Whether something other than white space follows the indentation. */
function hasText(state: KramdownBlockState, line: number): boolean {
  return !isWhiteSpace(state.src.charCodeAt(state.bMarks[line]! + state.tShift[line]!));
}

/** Whether the line continues indented code though it is not indented itself. */
function isLazy(state: KramdownBlockState, line: number): boolean {
  if (!hasText(state, line) || isEndOfBlockMarker(state, line)) return false;
  const pos = skipOptionalSpaces(state.src, state.bMarks[line]!);
  return !isLazyEndTag(state.src, pos) && scanAttributeLine(state, pos) === null;
}

/**
 * First line behind indented code that starts at `line`, `line` itself if there is none: indented lines, lazy lines behind them,
 * and blank lines between such parts. Origin: kramdown 2.5.2, `CODEBLOCK_MATCH`.
 */
export function endOfIndentedCode(state: KramdownBlockState, line: number, endLine: number): number {
  let end = line;
  for (;;) {
    let next = end;
    while (next < endLine && isBlank(state, next)) next++;
    if (next >= endLine || !isIndented(state, next)) return end;
    end = next + 1;
    while (end < endLine && (isIndented(state, end) || isLazy(state, end))) end++;
  }
}

/** Takes one tab or four spaces from the start of each line. */
export function removeIndentation(text: string): string {
  let result = '';
  for (let start = 0; start < text.length; ) {
    const end = nextLine(text, start);
    result += text.slice(skipIndentation(text, start), end);
    start = end;
  }
  return result;
}

/** Position behind one tab or four spaces, `pos` itself if neither stands there. */
function skipIndentation(text: string, pos: number): number {
  if (text.charCodeAt(pos) === 0x09) return pos + 1;
  return text.startsWith('    ', pos) ? pos + 4 : pos;
}

/** The code in lines up to `end`. One that begins with at most three spaces goes on the line before it. */
function codeOf({ src, bMarks, eMarks }: KramdownBlockState, startLine: number, end: number): string {
  let code = src.slice(skipIndentation(src, bMarks[startLine]!), eMarks[startLine]);
  for (let line = startLine + 1; line < end; line++) {
    const start = bMarks[line]!;
    const isJoined = !isWhiteSpace(src.charCodeAt(skipOptionalSpaces(src, start)));
    if (isJoined) code += ` ${src.slice(start, eMarks[line])}`;
    else code += `\n${src.slice(skipIndentation(src, start), eMarks[line])}`;
  }
  return eMarks[end - 1]! < src.length ? `${code}\n` : code;
}

/** Code by indentation. Lazy lines continue the line before them. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_codeblock`. */
export function codeblock(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  if (!isIndented(state, startLine)) return false;
  const end = endOfIndentedCode(state, startLine, endLine);
  state.line = end;
  const token = state.push('code_block', 'code', 0);
  token.content = codeOf(state, startLine, end);
  token.map = [startLine, end];
  state.addBlock('codeblock', token);
  return true;
}
