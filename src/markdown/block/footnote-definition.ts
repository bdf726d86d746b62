import { createAttributeList } from '../attribute-list.js';
import type { FootnoteDefinition } from '../env.js';
import { skipOptionalSpaces } from '../white-space.js';
import { endOfIndentedCode, removeIndentation } from './codeblock.js';
import type { KramdownBlockState } from './state.js';
import type { RuleResult, Steps } from './steps.js';

/** Level of a footnote's blocks where they are written: in a list item in a list in a division. */
const footnoteLevel = 3;

const start = /\[\^([A-Za-z0-9_][A-Za-z0-9_-]*)\]:/y;

/** `[^name]: text` with indented lines behind it. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_footnote_definition`. */
export function footnoteDefinition(
  state: KramdownBlockState,
  startLine: number,
  endLine: number,
): RuleResult {
  const pos = skipOptionalSpaces(state.src, state.pos);
  start.lastIndex = pos;
  const match = start.exec(state.src);
  return match !== null && parseFootnote(state, match[1]!, start.lastIndex, startLine, endLine);
}

function* parseFootnote(
  state: KramdownBlockState,
  name: string,
  textStart: number,
  startLine: number,
  endLine: number,
): Steps {
  const { kramdown } = state;
  const end = endOfIndentedCode(state, startLine + 1, endLine);
  state.line = end;
  const line = state.sourceLine(startLine);
  const text = removeIndentation(state.src.slice(textStart, state.eMarks[end - 1]! + 1));
  const tokens = yield* state.parseApart(text, startLine, footnoteLevel);
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
}
