import { strip } from '../white-space.js';
import type { SpanState } from './state.js';

/** `$$math$$`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_inline_math`. */
export function inlineMath(state: SpanState): boolean {
  const { src, pos } = state;
  if (!src.startsWith('$$', pos)) return false;
  const end = state.finder.indexOf('$$', pos + 2);
  if (end < 0) return false;
  state.push('math_inline', '', 0).content = strip(src.slice(pos + 2, end));
  state.pos = end + 2;
  return true;
}
