/**
 * HTML elements as blocks, from the source to tokens. Origin: kramdown 2.5.2, `Parser::Html::Parser` and
 * `parser/kramdown/html.rb`.
 *
 * This folder reads the HTML that stands in Markdown; `output/` writes HTML.
 */
import type { Token } from 'markdown-it';
import type { KramdownBlockState } from '../block/state.js';
import type { Steps } from '../block/steps.js';
import { type ContentModel, type HtmlElementMeta, type HtmlTextMeta, metaOf } from '../tokens.js';
import { skipBlanks } from '../white-space.js';
import { readHtmlAttributes } from './attributes.js';
import { contentModelOf, isHtmlElement, markdownAttribute, voidElements } from './elements.js';
import {
  type HtmlEndTag,
  type HtmlTag,
  scanCdata,
  scanComment,
  scanEndTag,
  scanInstruction,
  scanTag,
  startsName,
} from './scan.js';

/** Position behind spaces, tabs and a line end, `pos` itself if something else follows. */
export function skipTrailingBlanks(text: string, pos: number): number {
  const end = skipBlanks(text, pos);
  return text.charCodeAt(end) === 0x0a ? end + 1 : pos;
}

/** An element whose opening token is pushed. */
interface OpenElement {
  readonly open: Token;
  readonly meta: HtmlElementMeta;
  /** Of its start tag, 1-based in the source. */
  readonly line: number;
}

/**
 * Pushes the element that `tag` starts among blocks, with its contents.
 *
 * @param pos of the tag
 * @returns the opening token and the position behind the element
 */
export function* pushElement(
  state: KramdownBlockState,
  tag: HtmlTag,
  pos: number,
): Steps<{ open: Token; end: number }> {
  const element = startElement(state, tag, pos, false);
  state.addBlock('html', element.open);
  let end = pushStart(state, tag, element);
  if (hasBody(element)) end = skipTrailingBlanks(state.src, yield* pushBody(state, element, end));
  closeElement(state, element);
  return { open: element.open, end };
}

/** Pushes the opening token. */
function startElement(state: KramdownBlockState, tag: HtmlTag, pos: number, isInRaw: boolean): OpenElement {
  const lower = tag.name.toLowerCase();
  const isHtml = isHtmlElement(lower);
  const name = isHtml ? lower : tag.name;
  const line = state.sourceLineAt(pos);
  const { attrs, markdown } = readHtmlAttributes(tag, isHtml, line, state.kramdown);
  const open = state.push('html_element_open', name, 1);
  open.map = [line - 1 - state.lineOffset, line - state.lineOffset];
  const meta = metaOf<HtmlElementMeta>(open);
  meta.contentModel = readContentModel(state, name, markdown, isInRaw);
  meta.isInRaw = isInRaw;
  meta.isClosed = !isScript(name) && (tag.isSelfClosing || voidElements.has(name));
  if (attrs.length > 0) open.attrs = attrs;
  return { open, meta, line };
}

function closeElement(state: KramdownBlockState, { open }: OpenElement): void {
  state.push('html_element_close', open.tag, -1).meta = open.meta;
}

function isScript(name: string): boolean {
  return name === 'script' || name === 'style';
}

/** Whether contents follow that `pushStart` has not taken. */
function hasBody({ open, meta }: OpenElement): boolean {
  return !meta.isClosed && !isScript(open.tag);
}

/** Pushes a script's text. Answers the position behind it and behind the line end blocks start after. */
function pushStart(state: KramdownBlockState, tag: HtmlTag, { open, meta }: OpenElement): number {
  const end = isScript(open.tag) ? pushScript(state, open.tag, tag.end) : tag.end;
  return meta.contentModel === 'block' ? skipTrailingBlanks(state.src, end) : end;
}

/** How the contents are read, as the attribute `markdown` has it. */
function readContentModel(
  state: KramdownBlockState,
  name: string,
  markdown: string | undefined,
  isInRaw: boolean,
): ContentModel {
  const asked = markdownAttribute(markdown);
  if (asked !== null) return asked === 'default' ? contentModelOf(name) : asked;
  return !isInRaw && state.kramdown.options.parse_block_html ? contentModelOf(name) : 'raw';
}

/** Pushes what stands between the tags. Answers the position behind the end tag. */
function* pushBody(state: KramdownBlockState, element: OpenElement, pos: number): Steps<number> {
  const { open, meta, line } = element;
  state.depth++;
  state.checkDepth(line - 1 - state.lineOffset);
  let end: number;
  if (meta.contentModel === 'raw') end = yield* pushRaw(state, element, pos);
  else if (meta.contentModel === 'span') end = pushSpans(state, open.tag, pos, line);
  else end = yield* pushBlocks(state, open.tag, pos, line);
  state.depth--;
  return end;
}

function warnUnclosed(state: KramdownBlockState, name: string, place: string): void {
  state.kramdown.warn(`Found no end tag for '${name}'${place} - auto-closing it`);
}

function* pushBlocks(state: KramdownBlockState, name: string, pos: number, line: number): Steps<number> {
  state.moveTo(pos);
  const isClosed = yield* state.parseElement({ blocks: [], element: name, contentModel: 'block' });
  if (!isClosed) {
    warnUnclosed(state, name, ` (line ${line})`);
  }
  return state.pos;
}

function pushSpans(state: KramdownBlockState, name: string, pos: number, line: number): number {
  const end = findEndTag(state.src, name, pos);
  if (!end) warnUnclosed(state, name, ` (line ${line})`);
  const text = state.src.slice(pos, end?.start);
  if (text !== '') state.pushInline(text, line - 1 - state.lineOffset, state.line + 1);
  return end?.end ?? state.src.length;
}

function pushScript(state: KramdownBlockState, name: string, pos: number): number {
  const end = findEndTag(state.src, name, pos);
  if (!end) warnUnclosed(state, name, '');
  const text = state.src.slice(pos, end?.start);
  if (text !== '') state.push('html_raw', '', 0).content = text;
  return end?.end ?? state.src.length;
}

/** The first end tag of that name in any case, whatever stands before it. */
function findEndTag(text: string, name: string, pos: number): { start: number; end: number } | null {
  const tag = new RegExp(`</${name}[ \\t\\r\\n\\f\\v]*>`, 'gis');
  tag.lastIndex = pos;
  const match = tag.exec(text);
  return match && { start: match.index, end: tag.lastIndex };
}

/**
 * Contents that are HTML only: elements, comments, text. Elements with such contents in them are kept on a stack of their own.
 * Origin: `parse_raw_html`.
 */
function* pushRaw(state: KramdownBlockState, outer: OpenElement, start: number): Steps<number> {
  const { src } = state;
  const text = new RawText(state);
  const elements = [outer];
  let pos = start;
  while (elements.length > 0) {
    const element = elements[elements.length - 1]!;
    const next = findMarkup(src, pos);
    text.add(src.slice(pos, next < 0 ? undefined : next));
    const tag = next < 0 ? null : scanTag(src, next);
    const endTag = next < 0 || tag ? null : scanEndTag(src, next);
    if (next < 0) {
      text.flush();
      if (pos < src.length) warnUnclosed(state, element.open.tag, ` on line ${element.line}`);
      for (const inner of elements.slice(1).reverse()) leaveRaw(state, inner);
      return src.length;
    }
    if (tag) {
      text.flush();
      const inner = startElement(state, tag, next, true);
      pos = pushStart(state, tag, inner);
      if (hasBody(inner) && inner.meta.contentModel === 'raw') {
        elements.push(inner);
        state.depth++;
        state.checkDepth(inner.line - 1 - state.lineOffset);
      } else {
        if (hasBody(inner)) pos = yield* pushBody(state, inner, pos);
        closeElement(state, inner);
      }
    } else if (endTag && closes(endTag.name, element.open.tag)) {
      text.flush();
      elements.pop();
      if (elements.length > 0) leaveRaw(state, element);
      pos = endTag.end;
    } else pos = pushMarkup(state, text, next, endTag);
  }
  return pos;
}

function leaveRaw(state: KramdownBlockState, element: OpenElement): void {
  state.depth--;
  closeElement(state, element);
}

/** Whether an end tag of that name closes an element: in any case for HTML's elements. */
function closes(name: string, element: string): boolean {
  return name === element || (isHtmlElement(element) && name.toLowerCase() === element);
}

/** Pushes what is no element: a comment, an instruction, a CDATA section, an end tag that closes nothing, a `<`. */
function pushMarkup(
  state: KramdownBlockState,
  text: RawText,
  pos: number,
  endTag: HtmlEndTag | null,
): number {
  const { src, find } = state;
  const comment = scanComment(src, pos, find);
  if (comment >= 0) return text.pushMarkup('html_comment', pos, comment);
  const instruction = scanInstruction(src, pos, find);
  if (instruction >= 0) return text.pushMarkup('html_instruction', pos, instruction);
  const cdata = scanCdata(src, pos, find);
  if (cdata >= 0) {
    text.flush();
    text.add(src.slice(pos + '<![CDATA['.length, cdata - ']]>'.length));
    return cdata;
  }
  if (endTag) {
    const line = state.sourceLineAt(pos);
    const message = `Found invalidly used HTML closing tag for '${endTag.name}' on line ${line}`;
    state.kramdown.warn(`${message} - ignoring it`);
  }
  const end = endTag?.end ?? pos + 1;
  text.add(src.slice(pos, end));
  return end;
}

/** Position of the next `<` that may start a tag, comment, instruction or CDATA section; -1 if there is none. */
function findMarkup(text: string, pos: number): number {
  for (let next = text.indexOf('<', pos); next >= 0; next = text.indexOf('<', next + 1)) {
    const code = text.charCodeAt(next + 1);
    if (code === 0x2f || code === 0x3f || startsName(text, next + 1)) return next;
    if (code === 0x21 && (text.startsWith('--', next + 2) || text.startsWith('[CDATA[', next + 2)))
      return next;
  }
  return -1;
}

/** Text in raw contents, gathered up to the next element. */
class RawText {
  #text = '';

  constructor(private readonly state: KramdownBlockState) {}

  add(text: string): void {
    this.#text += text;
  }

  /** Pushes the text gathered so far. */
  flush(): void {
    if (this.#text !== '') this.state.push('html_text', '', 0).content = this.#text;
    this.#text = '';
  }

  /** Pushes the text so far, then markup that is written as it is; answers its end. */
  pushMarkup(type: 'html_comment' | 'html_instruction', start: number, end: number): number {
    this.flush();
    const token = this.state.push(type, '', 0);
    token.content = this.state.src.slice(start, end);
    metaOf<HtmlTextMeta>(token).isInRaw = true;
    return end;
  }
}
