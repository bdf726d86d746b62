/**
 * HTML that starts a block. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_block_html`.
 */
import { pushElement, skipTrailingBlanks } from '../html/element.js';
import { spanElements } from '../html/elements.js';
import { scanComment, scanEndTag, scanTag } from '../html/scan.js';
import { type HtmlTextMeta, metaOf } from '../tokens.js';
import { skipOptionalSpaces } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

/** The rule. */
export function blockHtml(state: KramdownBlockState): boolean {
  const { src, pos } = state;
  const start = skipOptionalSpaces(src, pos);
  if (src.charCodeAt(start) !== 0x3c) return false;
  if (start === pos && comment(state, pos)) return true;
  if (src.charCodeAt(start + 1) === 0x2f) return endTag(state, start);
  const tag = scanTag(src, start);
  if (!tag || spanElements.has(tag.name.toLowerCase())) return false;
  state.moveTo(pushElement(state, tag, start, false).end);
  return true;
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
