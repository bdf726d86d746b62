import type { KramdownBlockState } from './state.js';

/**
 * A paragraph: what no other rule took, up to a line that ends it. A paragraph directly behind another one (a rule refused the
 * line between) continues that. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_paragraph`.
 */
export function paragraph(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line)) line++;
  const content = state.src.slice(state.bMarks[startLine], state.eMarks[line - 1]).trim();
  state.line = line;
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [startLine, line];
  state.addBlock('p', open);
  state.pushInline(content, startLine, line);
  state.push('paragraph_close', 'p', -1);
  return true;
}
