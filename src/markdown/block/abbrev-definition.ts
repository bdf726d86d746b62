import { createAttributeList } from '../attribute-list.js';
import type { Abbreviation } from '../env.js';
import { MarkdownError } from '../error.js';
import { skipOptionalSpaces, strip } from '../white-space.js';
import type { KramdownBlockState } from './state.js';

/** Characters one abbreviation may have; the expression made of it is refused at 50,000. */
const longest = 10_000;
/** Characters all of a document may have: a large glossary's are some thousands. */
const longestTogether = 200_000;

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
  checkLength(state, text, startLine);
  state.line = startLine + 1;
  const title = strip(src.slice(pos + 2 + close + 2, lineEnd));
  const abbreviation: Abbreviation = { title, attributeList: createAttributeList() };
  state.addEndOfBlock('definition', abbreviation);
  kramdown.abbreviations.set(text, abbreviation);
  return true;
}

/** All abbreviations become one expression, and those have limits. */
function checkLength(state: KramdownBlockState, text: string, startLine: number): void {
  const { kramdown } = state;
  kramdown.abbreviationLength += text.length;
  if (text.length <= longest && kramdown.abbreviationLength <= longestTogether) return;
  throw new MarkdownError(
    (line) =>
      text.length > longest
        ? `The abbreviation on line ${line} has more than ${longest} characters`
        : `The abbreviations up to line ${line} have more than ${longestTogether} characters`,
    state.sourceLine(startLine),
  );
}
