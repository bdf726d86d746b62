/**
 * HTML that starts a block. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_block_html`.
 */
import type { Token } from 'markdown-it';
import { pushElement, skipTrailingBlanks } from '../html/element.js';
import { spanElements } from '../html/elements.js';
import { toNative } from '../html/native.js';
import { type HtmlTag, scanComment, scanEndTag, scanTag } from '../html/scan.js';
import { type HtmlTextMeta, metaOf } from '../tokens.js';
import { skipOptionalSpaces } from '../white-space.js';
import type { KramdownBlockState } from './state.js';
import type { RuleResult, Steps } from './steps.js';

/** The rule. */
export function blockHtml(state: KramdownBlockState): RuleResult {
  const { src, pos } = state;
  const start = skipOptionalSpaces(src, pos);
  if (src.charCodeAt(start) !== 0x3c) return false;
  if (start === pos && comment(state, pos)) return true;
  if (src.charCodeAt(start + 1) === 0x2f) return endTag(state, start);
  const tag = scanTag(src, start);
  return tag !== null && !spanElements.has(tag.name.toLowerCase()) && parseElement(state, tag, start);
}

function* parseElement(state: KramdownBlockState, tag: HtmlTag, start: number): Steps {
  const first = state.tokens.length;
  const { open, end } = yield* pushElement(state, tag, start);
  if (state.kramdown.options.html_to_native) replaceByNative(state, open, first);
  state.moveTo(end);
  open.map = [open.map![0], state.line];
}

/** Makes the element that takes the tokens from `first` on one of kramdown's. */
function replaceByNative(state: KramdownBlockState, open: Token, first: number): void {
  const native = toNative(state.tokens.splice(first), open.level, null);
  native[0]!.map = open.map;
  for (const token of native) state.tokens.push(token);
  const { blocks } = state.parent;
  const block = blocks.at(-1)!;
  const kind = native[0]!.type === 'paragraph_open' ? 'p' : block.kind;
  blocks[blocks.length - 1] = { ...block, kind, token: native[0]! };
}

/** A comment at the very start of a line. */
function comment(state: KramdownBlockState, pos: number): boolean {
  const end = scanComment(state.src, pos, state.find);
  if (end < 0) return false;
  const startLine = state.line;
  state.moveTo(skipTrailingBlanks(state.src, end));
  const token = state.push('html_comment', '', 0);
  token.content = state.src.slice(pos, end);
  token.map = [startLine, state.line];
  metaOf<HtmlTextMeta>(token).isInRaw = false;
  state.addPlainBlock('comment', token);
  return true;
}

/** The end tag of the element whose blocks are being parsed. */
function endTag(state: KramdownBlockState, start: number): boolean {
  const tag = scanEndTag(state.src, start);
  if (!tag || state.parent.element === null || tag.name.toLowerCase() !== state.parent.element) return false;
  if (spanElements.has(state.parent.element)) return false;
  state.moveTo(tag.end);
  state.isElementClosed = true;
  return true;
}
