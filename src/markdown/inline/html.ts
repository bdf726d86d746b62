import { readHtmlAttributes } from '../html/attributes.js';
import {
  blockElements,
  contentModelOf,
  isHtmlElement,
  markdownAttribute,
  voidElements,
} from '../html/elements.js';
import { toNative } from '../html/native.js';
import { type HtmlTag, scanCdata, scanComment, scanEndTag, scanTag } from '../html/scan.js';
import { escapeCode } from '../output/escape.js';
import { type HtmlElementMeta, metaOf } from '../tokens.js';
import { HtmlFrame } from './html-frame.js';
import { parseSpans } from './parse-spans.js';
import type { SpanState } from './state.js';

/**
 * HTML in text: comments, CDATA sections, elements. An element's contents are Markdown, or only HTML again, up to its end tag or,
 * without one, to the end of the text. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_span_html`.
 */
export function html(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3c) return false;
  switch (src.charCodeAt(pos + 1)) {
    case 0x21:
      return comment(state) || cdata(state);
    case 0x2f:
      return endTag(state);
    default: {
      const tag = scanTag(src, pos);
      return tag !== null && element(state, tag);
    }
  }
}

function comment(state: SpanState): boolean {
  const end = scanComment(state.src, state.pos, state.finder);
  if (end < 0) return false;
  state.push('html_comment_inline', '', 0).content = state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function cdata(state: SpanState): boolean {
  const end = scanCdata(state.src, state.pos, state.finder);
  if (end < 0) return false;
  state.pending += escapeCode(state.src.slice(state.pos + '<![CDATA['.length, end - ']]>'.length));
  state.pos = end;
  return true;
}

/** An end tag that closes nothing is text. */
function endTag(state: SpanState): boolean {
  const tag = scanEndTag(state.src, state.pos);
  if (!tag) return false;
  const line = state.lineAt(state.pos);
  state.kramdown.warn(`Found invalidly used HTML closing tag for '${tag.name}' on line ${line}`);
  return state.takeText(tag.end - state.pos);
}

function element(state: SpanState, tag: HtmlTag): boolean {
  const { kramdown } = state;
  const lower = tag.name.toLowerCase();
  const isHtml = isHtmlElement(lower);
  const name = isHtml ? lower : tag.name;
  const line = state.lineAt(state.pos);
  if (blockElements.has(name)) {
    kramdown.warn(`Found block HTML tag '${name}' in span-level text on line ${line}`);
    return state.takeText(tag.end - state.pos);
  }
  const { attrs, markdown } = readHtmlAttributes(tag, isHtml, line, kramdown);
  const isMarkdown = readContentModel(state, name, markdown, line);
  const isVoid = voidElements.has(name);
  const token = state.push(isVoid ? 'html_span_void' : 'html_span_open', name, isVoid ? 0 : 1);
  for (const attribute of attrs) {
    if (attribute[1].includes('\n')) attribute[1] = attribute[1].replaceAll(/\n+/g, ' ');
  }
  token.attrs = attrs;
  const meta = metaOf<HtmlElementMeta>(token);
  meta.contentModel = isMarkdown ? 'span' : 'raw';
  meta.isClosed = tag.isSelfClosing || isVoid;
  const start = state.pos;
  const first = state.tokens.length - 1;
  state.pos = tag.end;
  if (tag.isSelfClosing && !isVoid) state.push('html_span_close', name, -1);
  else if (!isVoid) contents(state, name, isMarkdown, start, line);
  const isWhole = isVoid || state.tokens.at(-1)!.nesting < 0;
  if (kramdown.options.html_to_native && isWhole) replaceByNative(state, first);
  return true;
}

/** Makes the element that takes the tokens from `first` on one of kramdown's. */
function replaceByNative(state: SpanState, first: number): void {
  const native = toNative(state.tokens.splice(first), state.level, state.place.level);
  state.tokens_meta.length = first;
  for (const token of native) {
    state.tokens.push(token);
    state.tokens_meta.push(undefined);
  }
  if (native[0]!.type === 'image') state.frame!.addImage();
}

/** Whether the element holds Markdown, as the attribute `markdown` has it. */
function readContentModel(
  state: SpanState,
  name: string,
  markdown: string | undefined,
  line: number,
): boolean {
  const isRawElement = contentModelOf(name) === 'raw';
  const inherited =
    !isRawElement && state.frame!.grammar !== state.grammars!.html && state.kramdown.options.parse_span_html;
  switch (markdownAttribute(markdown)) {
    case 'block':
      state.kramdown.warn(
        `Cannot use block-level parsing in span-level HTML tag (line ${line}) - using default mode`,
      );
      return inherited;
    case 'span':
      return true;
    case 'default':
      return !isRawElement;
    case 'raw':
      return false;
    default:
      return inherited;
  }
}

/**
 * What an element holds. Without an end tag ahead it takes the rest of the text, and so does every element around it; its parser
 * then just goes on, so that ten thousand unclosed tags need no ten thousand calls.
 */
function contents(state: SpanState, name: string, isMarkdown: boolean, start: number, line: number): void {
  const grammar = isMarkdown ? state.grammars!.markdown : state.grammars!.html;
  const isHopeless = isUnclosed(state, start) || !hasEndTag(state, name);
  if (isHopeless && state.attempts > 0 && state.isThrifty) {
    // an emphasis or link around it never ends and will be taken back
    state.pos = state.src.length;
    return;
  }
  const outer = state.frame;
  if (isHopeless && state.isThrifty && outer instanceof HtmlFrame && outer.isUnclosed) {
    outer.enter(name, line, grammar, state.tokens.length);
    return;
  }
  const frame = new HtmlFrame(name, line, grammar, state.tokens.length, isHopeless);
  const isClosed = parseSpans(state, frame);
  if (!isClosed) {
    unclosedIn(state).add(start);
    frame.closeAll(state);
    return;
  }
  state.push('html_span_close', name, -1);
  state.pos = scanEndTag(state.src, state.pos)!.end;
}

/** Places of tags that were found to have no end tag, among the elements around this place. */
function unclosedIn(state: SpanState): Set<number> {
  return state.memo(UNCLOSED[state.ancestors]!, () => new Set());
}

function isUnclosed(state: SpanState, start: number): boolean {
  return state.hasMemo(UNCLOSED[state.ancestors]!) && unclosedIn(state).has(start);
}

/** By the bits of elements around. */
const UNCLOSED = Array.from({ length: 8 }, (_, ancestors) => `unclosed ${ancestors}`);

/** Whether an end tag of that name stands anywhere ahead. */
function hasEndTag(state: SpanState, name: string): boolean {
  const last = state.memo('end tags', () => findEndTags(state.src)).get(name);
  return last !== undefined && last >= state.pos;
}

/** The last end tag of each name. */
function findEndTags(src: string): Map<string, number> {
  const last = new Map<string, number>();
  for (let pos = src.indexOf('</'); pos >= 0; pos = src.indexOf('</', pos + 2)) {
    const tag = scanEndTag(src, pos);
    if (!tag) continue;
    last.set(tag.name, pos);
    const lower = tag.name.toLowerCase();
    if (isHtmlElement(lower)) last.set(lower, pos);
  }
  return last;
}
