import { createAttributeList } from '../attribute-list.js';
import type { FootnoteDefinition } from '../env.js';
import { skipOptionalSpaces } from '../white-space.js';
import { endOfIndentedCode, removeIndentation } from './codeblock.js';
import type { KramdownBlockState } from './state.js';

/** Level of a footnote's blocks where they are written: in a list item in a list in a division. */
const footnoteLevel = 3;

const start = /\[\^([A-Za-z0-9_][A-Za-z0-9_-]*)\]:/y;

/** `[^name]: text` with indented lines behind it. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_footnote_definition`. */
export function footnoteDefinition(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  const { src, kramdown } = state;
  const pos = skipOptionalSpaces(src, state.pos);
  if (src.charCodeAt(pos) !== 0x5b) return false;
  start.lastIndex = pos;
  const match = start.exec(src);
  if (!match) return false;
  const textStart = start.lastIndex;
  const end = endOfIndentedCode(state, startLine + 1, endLine);
  state.line = end;
  const name = match[1]!;
  const line = state.sourceLine(startLine);
  const text = removeIndentation(src.slice(textStart, state.eMarks[end - 1]! + 1));
  const tokens = state.parseApart(text, startLine, footnoteLevel);
  if (kramdown.footnoteDefinitions.has(name)) {
    kramdown.warn(`Duplicate footnote name '${name}' on line ${line} - overwriting`);
  }
  const footnote: FootnoteDefinition = {
    name,
    tokens,
    line,
    attributeList: createAttributeList(),
    isReferenced: false,
  };
  state.addEndOfBlock('definition', footnote);
  kramdown.footnoteDefinitions.set(name, footnote);
  return true;
}
