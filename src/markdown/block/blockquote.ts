import { skipOptionalSpaces } from '../white-space.js';
import { createParent } from './block.js';
import { isLazyEnd } from './line-ends.js';
import type { KramdownBlockState } from './state.js';
import type { RuleResult, Steps } from './steps.js';

/** Whether the line starts with `>`. */
export function startsBlockquote(state: KramdownBlockState, line: number): boolean {
  return state.src.charCodeAt(skipOptionalSpaces(state.src, state.bMarks[line]!)) === 0x3e;
}

/** A block quote, lazy lines included. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_blockquote`. */
export function blockquote(state: KramdownBlockState, startLine: number, endLine: number): RuleResult {
  return startsBlockquote(state, startLine) && parseQuote(state, startLine, endLine);
}

function* parseQuote(state: KramdownBlockState, startLine: number, endLine: number): Steps {
  let end = startLine + 1;
  while (end < endLine && !isLazyEnd(state, end)) end++;
  const source = state.src.slice(state.bMarks[startLine], state.bMarks[end]);
  state.line = end;
  const open = state.push('blockquote_open', 'blockquote', 1);
  open.map = [startLine, end];
  state.addBlock('blockquote', open);
  yield* state.parseNested(source.replaceAll(/(^|\n) {0,3}> ?/g, '$1'), startLine, createParent());
  state.push('blockquote_close', 'blockquote', -1);
}
