import { nextLine } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

/**
 * A line no other rule takes, e.g. one that starts with a space and a tab: span text that belongs to no block.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_blocks` ("this should not occur").
 */
export function unclaimedLine(state: KramdownBlockState, startLine: number): boolean {
  state.kramdown.warn('Warning: this should not occur - no block parser handled the line');
  const { pos } = state;
  const end = nextLine(state.src, pos);
  const text = state.src.slice(pos, end);
  state.moveTo(end);
  const last = state.lastBlock;
  if (last?.kind === 'text') last.token!.content += text;
  else state.addPlainBlock('text', state.pushInline(text, startLine, startLine + 1));
  return true;
}
