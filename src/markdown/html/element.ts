/**
 * HTML elements as blocks, from the source to tokens. Origin: kramdown 2.5.2, `Parser::Html::Parser` and
 * `parser/kramdown/html.rb`.
 */
import type { Token } from 'markdown-it';
import type { KramdownBlockState } from '../block/state.js';
import { type ContentModel, type HtmlElementMeta, type HtmlTextMeta, metaOf } from '../tokens.js';
import { skipBlanks } from '../white-space.js';
import { readHtmlAttributes } from './attributes.js';
import { contentModelOf, isHtmlElement, markdownAttribute, voidElements } from './elements.js';
import {
  type HtmlTag,
  scanCdata,
  scanComment,
  scanEndTag,
  scanInstruction,
  scanTag,
  skipName,
} from './scan.js';

/** Position behind spaces, tabs and a line end, `pos` itself if something else follows. */
export function skipTrailingBlanks(text: string, pos: number): number {
  const end = skipBlanks(text, pos);
  return text.charCodeAt(end) === 0x0a ? end + 1 : pos;
}

/**
 * Pushes the element that `tag` starts, with its contents.
 *
 * @param pos     of the tag
 * @param isInRaw whether it stands in the raw contents of another element
 * @returns the opening token and the position behind the element
 */
export function pushElement(
  state: KramdownBlockState,
  tag: HtmlTag,
  pos: number,
  isInRaw: boolean,
): { open: Token; end: number } {
  const lower = tag.name.toLowerCase();
  const isHtml = isHtmlElement(lower);
  const name = isHtml ? lower : tag.name;
  const line = state.sourceLineAt(pos);
  const attributes = readHtmlAttributes(tag, isHtml, line, state.kramdown);
  const open = state.push('html_element_open', name, 1);
  open.map = [line - 1 - state.lineOffset, state.line];
  const meta = metaOf<HtmlElementMeta>(open);
  meta.contentModel = readContentModel(state, name, attributes, isInRaw);
  meta.isInRaw = isInRaw;
  if (attributes.size > 0) open.attrs = [...attributes];
  if (!isInRaw) state.addBlock('html', open);
  const end = pushContents(state, tag, open, meta, line);
  const close = state.push('html_element_close', name, -1);
  close.meta = open.meta;
  return { open, end };
}

/** How the contents are read; takes the attribute `markdown`, which says so, off. */
function readContentModel(
  state: KramdownBlockState,
  name: string,
  attributes: Map<string, string>,
  isInRaw: boolean,
): ContentModel {
  const asked = markdownAttribute(attributes.get('markdown'));
  attributes.delete('markdown');
  if (asked !== null) return asked === 'default' ? contentModelOf(name) : asked;
  return !isInRaw && state.kramdown.options.parse_block_html ? contentModelOf(name) : 'raw';
}

/** Pushes what stands between the tags. Answers the position behind the element. */
function pushContents(
  state: KramdownBlockState,
  tag: HtmlTag,
  open: Token,
  meta: HtmlElementMeta,
  line: number,
): number {
  const { src } = state;
  const isScript = open.tag === 'script' || open.tag === 'style';
  meta.isClosed = !isScript && (tag.isSelfClosing || voidElements.has(open.tag));
  let pos = tag.end;
  if (isScript) pos = pushScript(state, open.tag, pos);
  if (meta.contentModel === 'block') pos = skipTrailingBlanks(src, pos);
  if (isScript || meta.isClosed) return pos;
  pos = withDepth(state, () => pushBody(state, open.tag, meta.contentModel, pos, line));
  return meta.isInRaw ? pos : skipTrailingBlanks(src, pos);
}

function withDepth(state: KramdownBlockState, push: () => number): number {
  state.depth++;
  state.checkDepth(state.line);
  const end = push();
  state.depth--;
  return end;
}

function pushBody(
  state: KramdownBlockState,
  name: string,
  model: ContentModel,
  pos: number,
  line: number,
): number {
  if (model === 'block') return pushBlocks(state, name, pos, line);
  return model === 'span' ? pushSpans(state, name, pos, line) : pushRaw(state, name, pos, line);
}

function warnUnclosed(state: KramdownBlockState, name: string, place: string): void {
  state.kramdown.warn(`Found no end tag for '${name}'${place} - auto-closing it`);
}

function pushBlocks(state: KramdownBlockState, name: string, pos: number, line: number): number {
  state.moveTo(pos);
  if (!state.parseElement({ blocks: [], element: name, contentModel: 'block' })) {
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

/** Contents that are HTML only: elements, comments, text. Origin: `parse_raw_html`. */
function pushRaw(state: KramdownBlockState, name: string, start: number, line: number): number {
  const { src, find } = state;
  const text = new RawText(state);
  let pos = start;
  for (;;) {
    const next = findMarkup(src, pos);
    text.add(src.slice(pos, next < 0 ? undefined : next));
    if (next < 0) {
      text.flush();
      warnUnclosed(state, name, ` on line ${line}`);
      return src.length;
    }
    const comment = scanComment(src, next, find);
    const instruction = comment < 0 ? scanInstruction(src, next, find) : -1;
    const cdata = scanCdata(src, next, find);
    const tag = scanTag(src, next);
    const endTag = tag ? null : scanEndTag(src, next);
    if (comment >= 0) pos = text.pushMarkup('html_comment', next, comment);
    else if (instruction >= 0) pos = text.pushMarkup('html_instruction', next, instruction);
    else if (cdata >= 0) {
      text.flush();
      text.add(src.slice(next + 9, cdata - 3));
      pos = cdata;
    } else if (tag) {
      text.flush();
      pos = pushElement(state, tag, next, true).end;
    } else if (endTag && name === (isHtmlElement(name) ? endTag.name.toLowerCase() : endTag.name)) {
      text.flush();
      return endTag.end;
    } else {
      if (endTag) {
        const where = state.sourceLineAt(next);
        state.kramdown.warn(
          `Found invalidly used HTML closing tag for '${endTag.name}' on line ${where} - ignoring it`,
        );
      }
      pos = endTag?.end ?? next + 1;
      text.add(src.slice(next, pos));
    }
  }
}

/** Position of the next `<` that may start a tag, comment, instruction or CDATA section; -1 if there is none. */
function findMarkup(text: string, pos: number): number {
  for (let next = text.indexOf('<', pos); next >= 0; next = text.indexOf('<', next + 1)) {
    const code = text.charCodeAt(next + 1);
    if (code === 0x2f || code === 0x3f || skipName(text, next + 1) > next + 1) return next;
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
