import { createAttributeList } from '../attribute-list.js';
import type { Abbreviation } from '../env.js';
import { skipOptionalSpaces, strip } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

/** `*[text]: title`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_abbrev_definition`. */
export function abbrevDefinition(state: KramdownBlockState, startLine: number): boolean {
  const { src, kramdown } = state;
  const pos = skipOptionalSpaces(src, state.pos);
  if (src.charCodeAt(pos) !== 0x2a || src.charCodeAt(pos + 1) !== 0x5b) return false;
  const lineEnd = state.eMarks[startLine]!;
  const close = src.slice(pos + 2, lineEnd).indexOf(']:', 1);
  if (close < 0) return false;
  const text = src.slice(pos + 2, pos + 2 + close);
  if (kramdown.abbreviations.has(text)) {
    const line = state.sourceLine(startLine);
    kramdown.warn(`Duplicate abbreviation ID '${text}' on line ${line} - overwriting`);
  }
  state.line = startLine + 1;
  const title = strip(src.slice(pos + 2 + close + 2, lineEnd));
  const abbreviation: Abbreviation = { title, attributeList: createAttributeList() };
  state.addEndOfBlock('definition', abbreviation);
  kramdown.abbreviations.set(text, abbreviation);
  return true;
}
