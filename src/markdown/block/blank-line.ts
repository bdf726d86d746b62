import { isWhiteSpace } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

/** Whether the line holds white space only (form feeds and the like included, unlike `state.isEmpty`). */
export function isBlank(state: KramdownBlockState, line: number): boolean {
  const end = state.eMarks[line]!;
  let pos = state.bMarks[line]! + state.tShift[line]!;
  while (pos < end && isWhiteSpace(state.src.charCodeAt(pos))) pos++;
  return pos >= end;
}

/** Blank lines: one token, however many. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_blank_line`. */
export function blankLine(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  if (!isBlank(state, startLine)) return false;
  let line = startLine + 1;
  while (line < endLine && isBlank(state, line)) line++;
  const text = state.src.slice(state.pos, state.bMarks[line]);
  state.line = line;
  const last = state.lastBlock;
  if (last?.kind === 'blank') last.text += text;
  else state.addBlank(text, startLine, line);
  return true;
}
