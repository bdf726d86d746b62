import { isWhiteSpace, skipOptionalSpaces } from '../white-space.js';
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
  return text.replaceAll(/(^|\n)(?:\t| {4})/g, '$1');
}

/** Code by indentation. Lazy lines continue the line before them. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_codeblock`. */
export function codeblock(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  if (!isIndented(state, startLine)) return false;
  const end = endOfIndentedCode(state, startLine, endLine);
  const source = state.src.slice(state.bMarks[startLine], state.eMarks[end - 1]! + 1);
  state.line = end;
  const token = state.push('code_block', 'code', 0);
  token.content = removeIndentation(source.replaceAll(/\n( {0,3}[^ \t\r\n\f\v])/g, ' $1'));
  token.map = [startLine, end];
  state.addBlock('codeblock', token);
  return true;
}
