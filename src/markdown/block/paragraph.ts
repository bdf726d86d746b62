import { isWhiteSpace, skipOptionalSpaces, stripEnd, stripStart } from '../white-space.js';
import { startsBlockquote } from './blockquote.js';
import { startsWithFence } from './codeblock-fenced.js';
import { startsGfmHeader } from './header.js';
import { isLazyEnd } from './line-ends.js';
import { startsDefinition, startsListItem } from './list-markers.js';
import type { KramdownBlockState } from './state.js';

/**
 * A paragraph: what no other rule took, up to a line that ends it. A paragraph directly behind another one (every rule refused
 * the line between) continues that. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_paragraph`.
 */
export function paragraph(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  const { pos } = state;
  const first = state.src.charCodeAt(skipOptionalSpaces(state.src, pos));
  if (first === 0x20 || first === 0x09) return false;
  let line = startLine + 1;
  while (line < endLine && !isParagraphEnd(state, line, endLine)) line++;
  const text = stripEnd(state.src.slice(pos, state.eMarks[line - 1]));
  state.line = line;
  if (state.lastBlock?.kind === 'p') continueParagraph(state, pos, text, line);
  else pushParagraph(state, stripStart(text), startLine, line);
  return true;
}

function pushParagraph(state: KramdownBlockState, text: string, startLine: number, endLine: number): void {
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [startLine, endLine];
  state.addBlock('p', open);
  state.pushInline(text, startLine, endLine);
  state.push('paragraph_close', 'p', -1);
}

/** Adds to the paragraph whose tokens are the last ones. A break at the end of its last line is kept. */
function continueParagraph(state: KramdownBlockState, pos: number, text: string, endLine: number): void {
  const open = state.lastBlock!.token!;
  const inline = state.tokens[state.tokens.length - 2]!;
  if (inline.type !== 'inline' || inline.content === '') {
    addToNative(state, text, open.map![1], endLine);
    return;
  }
  inline.content += (state.src.slice(Math.max(0, pos - 3), pos) === '  \n' ? '  \n' : '\n') + text;
  open.map = [open.map![0], endLine];
  inline.map = [inline.map![0], endLine];
}

/** Adds to a paragraph made from HTML, which is text already. */
function addToNative(state: KramdownBlockState, text: string, firstLine: number, endLine: number): void {
  const close = state.tokens.pop()!;
  state.level++;
  state.pushInline(text, firstLine, endLine);
  state.level--;
  state.tokens.push(close);
}

/** Whether the line ends a paragraph. Origin: kramdown 2.5.2, `PARAGRAPH_END`; parser-gfm 1.1, `PARAGRAPH_END_GFM`. */
function isParagraphEnd(state: KramdownBlockState, line: number, endLine: number): boolean {
  const code = state.src.charCodeAt(skipOptionalSpaces(state.src, state.bMarks[line]!));
  return (
    (canEndLazily(code) && isLazyEnd(state, line)) ||
    (code === 0x3a && startsDefinition(state, line)) ||
    (state.kramdown.hasParagraphEnd && isStartOfBlock(state, line, code)) ||
    isTerminatedByPlugin(state, line, endLine)
  );
}

/** Quick test before `isLazyEnd`. */
function canEndLazily(code: number): boolean {
  return code === 0x7b || code === 0x3c || code === 0x5e || isWhiteSpace(code) || Number.isNaN(code);
}

/** Whether the line starts a block that GFM lets follow a paragraph at once; `code` is its first character. */
function isStartOfBlock(state: KramdownBlockState, line: number, code: number): boolean {
  switch (code) {
    case 0x23:
      return startsGfmHeader(state, line);
    case 0x3e:
      return startsBlockquote(state, line);
    case 0x60:
    case 0x7e:
      return startsWithFence(state, line);
    case 0x2a:
    case 0x2b:
    case 0x2d:
      return startsListItem(state, line);
    default:
      return code >= 0x30 && code <= 0x39 && startsListItem(state, line);
  }
}

/** Whether a plugin's rule that may end paragraphs (its `alt` says so) starts on the line. */
function isTerminatedByPlugin(state: KramdownBlockState, line: number, endLine: number): boolean {
  const rules = state.md.block.ruler.getRules('paragraph');
  return rules.length > 0 && rules.some((rule) => rule(state, line, endLine, true));
}
