import { isEndOfBlockMarker } from './line-ends.js';
import type { KramdownBlockState } from './state.js';

/** `^` alone on a line ends the block before it. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_eob_marker`. */
export function eobMarker(state: KramdownBlockState, startLine: number): boolean {
  if (!isEndOfBlockMarker(state, startLine)) return false;
  state.line = startLine + 1;
  state.addEndOfBlock('marker');
  return true;
}
