import type { Token } from 'markdown-it';
import {
  applyAttributeList,
  createAttributeList,
  mergeAttributeList,
  parseAttributeList,
} from '../attribute-list.js';
import { ClosingBraces } from '../braces.js';
import { MarkdownError } from '../error.js';
import { fillExtensionToken, runExtension } from '../extension.js';
import { metaOf } from '../tokens.js';
import { isWhiteSpace } from '../white-space.js';
import type { SpanState } from './state.js';

/**
 * `{: .class}` behind a span, `{::name}body{:/}` and `{:/}`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_span_extensions`.
 */
export function spanExtensions(state: SpanState): boolean {
  const { src, pos } = state;
  if (!src.startsWith('{:', pos)) return false;
  const next = src.charCodeAt(pos + 2);
  if (next === 0x2f && stopTag(state)) return state.takeText(1);
  const tag = next === 0x3a ? scanStartTag(state) : null;
  if (tag) return extension(state, tag) || state.takeText(1);
  return spanAttributes(state) || state.takeText(1);
}

const stop = /\{:\/(\w[\w-]*)?\}/y;

/** A stop tag without a start is text, with a warning. */
function stopTag(state: SpanState): boolean {
  stop.lastIndex = state.pos;
  const match = stop.exec(state.src);
  if (!match) return false;
  const name = match[1] === undefined ? '' : `for '${match[1]}' `;
  const line = state.lineAt(state.pos);
  state.kramdown.warn(`Invalid extension stop tag ${name} found on line ${line} - ignoring it`);
  return true;
}

interface StartTag {
  readonly name: string;
  readonly attributes: string;
  readonly isSelfClosing: boolean;
  /** Position behind it. */
  readonly end: number;
}

const start = /\{::(\w+)/y;

function scanStartTag(state: SpanState): StartTag | null {
  const { src } = state;
  start.lastIndex = state.pos;
  const name = start.exec(src)?.[1];
  if (name === undefined) return null;
  const nameEnd = start.lastIndex;
  const hasAttributes = isWhiteSpace(src.charCodeAt(nameEnd));
  const from = hasAttributes ? nameEnd + 1 : nameEnd;
  const brace = src.charCodeAt(from) === 0x7d ? from : closingBrace(state, from);
  if (brace < 0) return null;
  const isSelfClosing = brace > from && src.charCodeAt(brace - 1) === 0x2f;
  const attributesEnd = isSelfClosing ? brace - 1 : brace;
  if (!hasAttributes && attributesEnd > from) return null;
  return { name, attributes: src.slice(from, attributesEnd), isSelfClosing, end: brace + 1 };
}

function closingBrace(state: SpanState, from: number): number {
  return state.memo('}', () => new ClosingBraces(state.src, () => true)).find(from);
}

/** Origin: kramdown 2.5.2, `Parser::Kramdown#parse_extension_start_tag`. */
function extension(state: SpanState, tag: StartTag): boolean {
  const { src, kramdown } = state;
  const line = state.lineAt(state.pos);
  const list = createAttributeList();
  parseAttributeList(tag.attributes, list, kramdown);
  let body: string | null = null;
  let { end } = tag;
  if (!tag.isSelfClosing) {
    const close = findStopTag(state, tag.name, end);
    if (!close) {
      kramdown.warn(`No stop tag for extension '${tag.name}' found on line ${line} - ignoring it`);
      return false;
    }
    body = src.slice(end, close.start);
    end = close.end;
  }
  const { parse_span_html: parsesHtml } = kramdown.options;
  const result = runExtension(tag.name, list, body, kramdown);
  if (!result) {
    kramdown.warn(`Invalid extension with name '${tag.name}' specified on line ${line} - ignoring it`);
    return false;
  }
  if (kramdown.options.parse_span_html !== parsesHtml) state.forget();
  if ('content' in result) fillExtensionToken(state.push(`${result.kind}_inline`, '', 0), result);
  state.pos = end;
  return true;
}

function findStopTag(state: SpanState, name: string, from: number): { start: number; end: number } | null {
  const named = `{:/${name}}`;
  const shortAt = state.finder.indexOf('{:/}', from);
  const namedAt = state.finder.indexOf(named, from);
  if (shortAt < 0 && namedAt < 0) return null;
  const isNamed = shortAt < 0 || (namedAt >= 0 && namedAt < shortAt);
  return isNamed ? { start: namedAt, end: namedAt + named.length } : { start: shortAt, end: shortAt + 4 };
}

/** Attribute lists behind one element: each goes through all that those before it said. */
const maxLists = 1000;

/** `{: }` goes to the element before it; behind text it is text. */
function spanAttributes(state: SpanState): boolean {
  const { src, pos, kramdown } = state;
  const brace = closingBrace(state, pos + 2);
  if (brace < 0) return false;
  const token = lastElement(state);
  if (!token) {
    kramdown.warn('Found span IAL after text - ignoring it');
    return false;
  }
  const list = createAttributeList();
  parseAttributeList(src.slice(pos + 2, brace), list, kramdown);
  const line = state.lineAt(pos);
  const counts = state.memo('attribute lists', () => new Map<Token, number>());
  const count = (counts.get(token) ?? 0) + 1;
  counts.set(token, count);
  if (count > maxLists) {
    throw new MarkdownError(
      (line) => `An element on line ${line} has more than ${maxLists} attribute lists`,
      line,
    );
  }
  const meta = metaOf(token);
  meta.attributeList ??= createAttributeList();
  mergeAttributeList(meta.attributeList, list);
  applyAttributeList(token, list, kramdown, line);
  state.pos = brace + 1;
  return true;
}

/** The opening (or only) token of the element before the place; `null` behind text and at the start of an element. */
function lastElement(state: SpanState): Token | null {
  const { tokens } = state;
  const last = tokens.at(-1);
  if (state.pending !== '' || !last || tokens.length <= state.frame!.start || last.type === 'text')
    return null;
  if (last.nesting === 0) return last;
  const known = state.memo('last element', () => ({ close: last, open: last }));
  if (known.close !== last || known.open === last) {
    known.close = last;
    known.open = tokens.findLast((token) => token.nesting === 1 && token.level === last.level)!;
  }
  return known.open;
}
