import { type HtmlElementMeta, metaOf } from '../tokens.js';
import { isWhiteSpace } from '../white-space.js';
import { MemoSearch } from './memo-search.js';
import type { SpanState } from './state.js';

const tilde = 0x7e;

/**
 * GFM's `~~struck~~`. The text inside is parsed as if it stood alone, so a link may hold one that holds a link.
 * Origin: kramdown-parser-gfm 1.1, `Parser::GFM#parse_strikethrough_gfm`.
 */
export function strikethrough(state: SpanState): boolean {
  const { src, pos } = state;
  const start = pos + 2;
  if (!src.startsWith('~~', pos) || !isInk(src, start)) return false;
  const search = state.memo('~~', () => new MemoSearch((from) => findCloser(src, from)));
  const end = search.next(start + 1);
  if (end < 0) return false;
  const inner = state.inside(start, end);
  state.md.inline.tokenize(inner);
  const meta = metaOf<HtmlElementMeta>(state.push('html_span_open', 'del', 1));
  meta.contentModel = 'span';
  meta.isClosed = false;
  state.adopt(inner);
  state.push('html_span_close', 'del', -1);
  state.pos = end + 2;
  return true;
}

/** Neither white space nor a tilde nor the end. */
function isInk(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos);
  return pos < src.length && code !== tilde && !isWhiteSpace(code);
}

function findCloser(src: string, from: number): number {
  let end = src.indexOf('~~', from);
  while (end >= 0 && !isInk(src, end - 1)) end = src.indexOf('~~', end + 1);
  return end;
}
