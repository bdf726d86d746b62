import type { KramdownBlockState } from './state.js';

const rule = / {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n/y;

/** Whether the line is a horizontal rule: three or more of `*`, `-` or `_`. */
export function isHorizontalRule(state: KramdownBlockState, line: number): boolean {
  rule.lastIndex = state.bMarks[line]!;
  return rule.test(state.src);
}

/** A horizontal rule. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_horizontal_rule`. */
export function horizontalRule(state: KramdownBlockState, startLine: number): boolean {
  if (!isHorizontalRule(state, startLine)) return false;
  state.line = startLine + 1;
  const token = state.push('hr', 'hr', 0);
  token.map = [startLine, startLine + 1];
  state.addBlock('hr', token);
  return true;
}
