/**
 * What follows a link's text. Origin: kramdown 2.5.2, the second half of `Parser::Kramdown#parse_link`.
 */
import type { AttributeList } from '../attribute-list.js';
import type { LinkDefinition } from '../env.js';
import { normalizeLinkId } from '../link-id.js';
import { isWhiteSpace, skipWhiteSpace, strip } from '../white-space.js';
import { withoutEscapes } from './escaped-chars.js';
import { MemoSearch } from './memo-search.js';
import { Parentheses } from './parentheses.js';
import type { SpanState } from './state.js';

/** Where a link goes. */
export interface LinkTarget {
  readonly url: string;
  readonly title: string | null;
  /** That of the definition; `null` for none. */
  readonly attributeList: AttributeList | null;
  /** Position of the text's closing bracket. */
  readonly close: number;
  /** Position behind the link. */
  readonly end: number;
}

/** A link's text that long is no id worth a warning; it also keeps ten thousand nested brackets cheap. */
const longestWarning = 10_000;

/** Where a link goes whose text starts at `start` and is closed at `close`; `null` for nowhere. */
export function findLinkTarget(state: SpanState, start: number, close: number): LinkTarget | null {
  const { src } = state;
  const behind = close + (src.charCodeAt(close) === 0x21 ? 2 : 1);
  const bracket = skipWhiteSpace(src, behind);
  if (src.charCodeAt(bracket) === 0x5b) {
    const end = state.finder.indexOf(']', bracket + 1);
    if (end >= 0) return byReference(state, start, close, src.slice(bracket + 1, end), end + 1);
  }
  if (src.charCodeAt(behind) !== 0x28) return byReference(state, start, close, '', behind);
  const url = src.charCodeAt(behind + 1) === 0x3c ? angleUrl(state, behind) : null;
  const { text, pos, isComplete } = url ??
    plainUrl(state, behind) ?? { text: '', pos: -1, isComplete: false };
  if (pos < 0) return null;
  if (isComplete) return { url: text, title: null, attributeList: null, close, end: pos };
  const title = findTitle(state, pos);
  return title && { url: text, title: title.text, attributeList: null, close, end: title.end };
}

/** `[text][id]`, or with an empty id the text itself as id. */
function byReference(
  state: SpanState,
  start: number,
  close: number,
  id: string,
  end: number,
): LinkTarget | null {
  const { kramdown, src } = state;
  const definition = findDefinition(state, id === '' ? withoutEscapes(src.slice(start, close)) : id);
  if (definition) {
    const { url, title, attributeList: list } = definition;
    const isEmpty = list.references.length === 0 && list.attributes.size === 0;
    return { url, title, attributeList: isEmpty ? null : list, close, end };
  }
  if (id === '' && close - start <= longestWarning) {
    const name = normalizeLinkId(withoutEscapes(src.slice(start, close)));
    const line = state.lineAt(openerBefore(state, start));
    kramdown.warn(`No link definition for link ID '${name}' found on line ${line}`);
  }
  return null;
}

/** Position of the link, the text of which starts at `start`. */
function openerBefore(state: SpanState, start: number): number {
  return state.src.startsWith('![', start - 2) ? start - 2 : start - 1;
}

function findDefinition(state: SpanState, id: string): LinkDefinition | undefined {
  const { linkDefinitions: definitions } = state.kramdown;
  if (definitions.size === 0) return undefined;
  const longest = state.memo('longest id', () =>
    [...definitions.keys()].reduce((longest, { length }) => Math.max(longest, length), 0),
  );
  return isLonger(id, longest) ? undefined : definitions.get(normalizeLinkId(id));
}

/** Whether a text has more than `limit` characters besides white space; looks no further than needed. */
function isLonger(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let count = 0;
  for (let pos = 0; pos < text.length; pos++) {
    if (!isWhiteSpace(text.charCodeAt(pos)) && ++count > limit) return true;
  }
  return false;
}

interface Url {
  readonly text: string;
  /** Position behind what was read. */
  readonly pos: number;
  /** Whether that was the whole target; otherwise a title must follow. */
  readonly isComplete: boolean;
}

/** `(<url>`, on one line. */
function angleUrl(state: SpanState, pos: number): Url | null {
  const { src } = state;
  const end = state.finder.indexOf('>', pos + 2);
  const lineEnd = state.finder.indexOf('\n', pos + 2);
  if (end < 0 || (lineEnd >= 0 && lineEnd < end)) return null;
  const isComplete = src.charCodeAt(end + 1) === 0x29;
  return { text: src.slice(pos + 2, end), pos: end + (isComplete ? 2 : 1), isComplete };
}

/** `(url` up to the parenthesis that balances, or to white space with a quote behind it. */
function plainUrl(state: SpanState, pos: number): Url | null {
  const end = state.memo('parentheses', () => new Parentheses(state.src)).endOf(pos);
  if (end < 0) return null;
  const isComplete = state.src.charCodeAt(end) === 0x29;
  return { text: strip(state.src.slice(pos + 1, end)), pos: end + 1, isComplete };
}

/** `"title")`: up to the first such quote with a closing parenthesis behind it. */
function findTitle(state: SpanState, pos: number): { text: string; end: number } | null {
  const { src } = state;
  const open = skipWhiteSpace(src, pos);
  const quote = src[open];
  if (quote !== '"' && quote !== "'") return null;
  const search = state.memo(`title ${quote}`, () => new MemoSearch((from) => findTitleEnd(src, quote, from)));
  const end = search.next(open + 2);
  if (end < 0) return null;
  return { text: src.slice(open + 1, end), end: skipWhiteSpace(src, end + 1) + 1 };
}

function findTitleEnd(src: string, quote: string, from: number): number {
  let end = src.indexOf(quote, from);
  while (end >= 0 && src.charCodeAt(skipWhiteSpace(src, end + 1)) !== 0x29) end = src.indexOf(quote, end + 1);
  return end;
}
