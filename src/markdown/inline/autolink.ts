import { isAlphanumericAt } from './characters.js';
import type { SpanState } from './state.js';

const scheme = /<(?:mailto|https?|ftps?):/y;

/** `<https://…>` and `<name@host>`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_autolink`. */
export function autolink(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3c) return false;
  scheme.lastIndex = pos;
  if (scheme.test(src)) {
    const end = endOfUrl(state, scheme.lastIndex);
    if (end >= 0) return pushLink(state, end, '');
  }
  const end = endOfAddress(src, pos + 1);
  return end >= 0 && pushLink(state, end, 'mailto:');
}

/** The `>` that ends it, on the same line and with at least one character (which may be a `>`) before it; -1 if there is none. */
function endOfUrl(state: SpanState, start: number): number {
  if (state.src.charCodeAt(start) === 0x0a) return -1;
  const end = state.finder.indexOf('>', start + 1);
  const lineEnd = state.finder.indexOf('\n', start);
  return lineEnd >= 0 && lineEnd < end ? -1 : end;
}

function endOfAddress(src: string, start: number): number {
  const at = skipAddressPart(src, start);
  if (at === start || src.charCodeAt(at) !== 0x40) return -1;
  const end = skipAddressPart(src, at + 1);
  return end > at + 1 && src.charCodeAt(end) === 0x3e ? end : -1;
}

/** Letters, digits, `-`, `_`, `.`. */
function skipAddressPart(src: string, start: number): number {
  let pos = start;
  for (;;) {
    const code = src.charCodeAt(pos);
    if (code === 0x2d || code === 0x5f || code === 0x2e) pos++;
    else if (isAlphanumericAt(src, pos)) pos += src.codePointAt(pos)! > 0xffff ? 2 : 1;
    else return pos;
  }
}

function pushLink(state: SpanState, end: number, prefix: string): true {
  const url = state.src.slice(state.pos + 1, end);
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', prefix + url]];
  open.info = 'auto';
  state.push('text', '', 0).content = url.startsWith('mailto:') ? url.slice(7) : url;
  state.push('link_close', 'a', -1).info = 'auto';
  state.pos = end + 1;
  return true;
}
