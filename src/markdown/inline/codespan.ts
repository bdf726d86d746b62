import { isWhiteSpace } from '../white-space.js';
import type { SpanState } from './state.js';

/**
 * `` `code` ``: up to the next run of as many backticks, wherever it is. A single backtick between white space is text.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_codespan`.
 */
export function codespan(state: SpanState): boolean {
  const { src, pos } = state;
  let start = pos;
  while (src.charCodeAt(start) === 0x60) start++;
  const length = start - pos;
  if (length === 0) return false;
  const isSingle = length === 1;
  if (
    isSingle &&
    isWhiteSpace(src.charCodeAt(start)) &&
    (pos === 0 || isWhiteSpace(src.charCodeAt(pos - 1)))
  ) {
    return state.takeText(1);
  }
  const delimiter = src.slice(pos, start);
  const end = state.finder.indexOf(delimiter, start);
  if (end < 0) return state.takeText(length);
  const token = state.push('code_inline', 'code', 0);
  token.markup = delimiter;
  token.content = isSingle ? src.slice(start, end) : withoutPadding(src.slice(start, end));
  state.pos = end + length;
  return true;
}

/** One space goes on either side. */
function withoutPadding(code: string): string {
  const text = code.startsWith(' ') ? code.slice(1) : code;
  return text.endsWith(' ') ? text.slice(0, -1) : text;
}
