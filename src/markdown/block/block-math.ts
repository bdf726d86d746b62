import { skipOptionalSpaces, strip } from '../white-space.js';
import { isAfterBlockBoundary, isBeforeBlockBoundary } from './line-ends.js';
import type { KramdownBlockState } from './state.js';

/** `$$…$$` between block boundaries. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_block_math`. */
export function blockMath(state: KramdownBlockState, startLine: number): boolean {
  const { src } = state;
  const pos = skipOptionalSpaces(src, state.pos);
  const isEscaped = src.charCodeAt(pos) === 0x5c;
  const start = isEscaped ? pos + 1 : pos;
  if (src.charCodeAt(start) !== 0x24 || src.charCodeAt(start + 1) !== 0x24) return false;
  const close = state.find.indexOf('$$', start + 2);
  if (close < 0 || !isAfterBlockBoundary(state)) return false;
  const end = behindLineEnd(src, close + 2);
  if (isEscaped) {
    // escaped math that ends its line loses the backslash and is read as a paragraph
    if (end > close + 2) state.moveTo(start);
    return false;
  }
  const mark = state.savePosition();
  state.moveTo(end);
  if (!isBeforeBlockBoundary(state)) {
    state.restorePosition(mark);
    return false;
  }
  const token = state.push('math_block', '', 0);
  token.content = strip(src.slice(start + 2, close));
  token.map = [startLine, state.line];
  state.addBlock('math', token);
  return true;
}

/** Position behind the line end if only white space stands before it, else `pos`. */
function behindLineEnd(text: string, pos: number): number {
  const match = /[ \t\r\f\v]*\n/y;
  match.lastIndex = pos;
  return match.test(text) ? match.lastIndex : pos;
}
