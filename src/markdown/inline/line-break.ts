import type { SpanState } from './state.js';

/** Two spaces, or two backslashes, before a line end. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_line_break`. */
export function lineBreak(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos + 2) !== 0x0a || !(src.startsWith('  ', pos) || src.startsWith('\\\\', pos)))
    return false;
  state.push('hardbreak', 'br', 0);
  state.pos += 2;
  return true;
}
