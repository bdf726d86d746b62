import { isWhiteSpace } from '../white-space.js';
import { isAsciiWord, isBoundaryWordAt, isDigit } from './characters.js';
import type { SpanState } from './state.js';

const double = 0x22;
const single = 0x27;

function isQuote(code: number): boolean {
  return code === double || code === single;
}

/**
 * A quote, together with the character before it if that is no backslash. Which way it curls is decided by the first of ten
 * patterns that matches. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_smart_quotes` and `SQ_RULES`, after SmartyPants.
 */
export function smartQuotes(state: SpanState): boolean {
  const { src, pos } = state;
  const code = src.codePointAt(pos)!;
  if (code === 0x5c) return false;
  if (isQuote(code)) return quoteFirst(state, code);
  const length = code > 0xffff ? 2 : 1;
  const quote = src.charCodeAt(pos + length);
  if (!isQuote(quote)) return false;
  state.takeText(length);
  if (isWhiteSpace(code) && afterSpace(state, quote)) return true;
  return pushQuote(state, quote, closesAfter(code));
}

/** Patterns that start with white space; the space is text already. */
function afterSpace(state: SpanState, quote: number): boolean {
  if (doubled(state, quote) || decade(state, quote)) return true;
  return isAsciiWord(state.src.charCodeAt(state.pos + 1)) && pushQuote(state, quote, false);
}

/** The quote stands first: text before it was taken by something else, or there is none. */
function quoteFirst(state: SpanState, quote: number): boolean {
  const { src, pos } = state;
  const next = src.charCodeAt(pos + 1);
  if (isEmphasisAhead(src, pos + 1)) return pushQuote(state, quote, false);
  if (isPunctuationAhead(src, pos + 1)) return pushQuote(state, quote, true);
  if (doubled(state, quote) || decade(state, quote)) return true;
  if (isQuote(next)) {
    state.takeText(1);
    return pushQuote(state, next, true);
  }
  const isClosing =
    pos + 1 >= src.length || isWhiteSpace(next) || (next === 0x73 && !isBoundaryWordAt(src, pos + 2));
  return pushQuote(state, quote, isClosing);
}

/** One or two emphasis delimiters and then no white space. */
function isEmphasisAhead(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos);
  if (code !== 0x2a && code !== 0x5f) return false;
  return pos + 1 < src.length && !isWhiteSpace(src.charCodeAt(pos + 1));
}

const punctuation = '!"#$%\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** ASCII punctuation (but `&`) that starts no ellipsis and has no word boundary behind it. */
function isPunctuationAhead(src: string, pos: number): boolean {
  if (pos >= src.length || !punctuation.includes(src[pos]!) || src.startsWith('..', pos + 1)) return false;
  return (src.charCodeAt(pos) === 0x5f) === isBoundaryWordAt(src, pos + 1);
}

/** `"'` or `'"` before a word: both open. */
function doubled(state: SpanState, quote: number): boolean {
  const { src, pos } = state;
  const next = src.charCodeAt(pos + 1);
  if (!isQuote(next) || next === quote || !isAsciiWord(src.charCodeAt(pos + 2))) return false;
  pushQuote(state, quote, false);
  return pushQuote(state, next, false);
}

/** `'80s` */
function decade(state: SpanState, quote: number): boolean {
  const { src, pos } = state;
  if (quote !== single || !isDigit(src.charCodeAt(pos + 1)) || !isDigit(src.charCodeAt(pos + 2)))
    return false;
  return src.charCodeAt(pos + 3) === 0x73 && pushQuote(state, quote, true);
}

/** Whether a quote behind that character closes: not behind a space, a line end, a tab, a backslash, `[{(-`. */
function closesAfter(code: number): boolean {
  return !(code < 0x80 && ' \\\t\r\n[{(-'.includes(String.fromCharCode(code)));
}

function pushQuote(state: SpanState, quote: number, isClosing: boolean): true {
  state.push('smart_quote', '', 0).content = `${isClosing ? 'r' : 'l'}${quote === double ? 'dquo' : 'squo'}`;
  state.pos++;
  return true;
}
