/**
 * Definition lists: a paragraph's lines are the terms of the definitions (`: text`) below it.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_definition_list`.
 */
import type { Token } from 'markdown-it';
import { createAttributeList, parseAttributeList } from '../attribute-list.js';
import { type DtMeta, metaOf } from '../tokens.js';
import { isBlank } from './blank-line.js';
import type { Block } from './block.js';
import { ItemText } from './item-text.js';
import { isEndOfBlockMarker } from './line-ends.js';
import { hideParagraph, popBlank } from './list.js';
import { maxMarkerIndent, scanItemAttributes, scanMarker } from './list-markers.js';
import type { KramdownBlockState } from './state.js';
import type { RuleResult, Steps } from './steps.js';

/** A definition before its text is parsed. */
interface Definition {
  readonly item: ItemText;
  /** Whether its first paragraph keeps its tags: a blank line stood before it. */
  readonly isLoose: boolean;
}

/** The rule. */
export function definitionList(state: KramdownBlockState, startLine: number, endLine: number): RuleResult {
  if (scanMarker(state.src, state.pos, 3)?.kind !== 'dl') return false;
  const { blocks } = state.parent;
  const last = blocks[blocks.length - 1];
  const isAfterBlank = last?.kind === 'blank' && last.text === '\n';
  const paragraph = isAfterBlank ? blocks[blocks.length - 2] : last;
  return paragraph?.kind === 'p' && parseList(state, paragraph, isAfterBlank, startLine, endLine);
}

function* parseList(
  state: KramdownBlockState,
  paragraph: Block,
  isAfterBlank: boolean,
  startLine: number,
  endLine: number,
): Steps {
  const { blocks } = state.parent;
  const text = state.tokens[paragraph.start + 1]!.content;
  const firstLine = paragraph.token!.map![0];
  blocks.length -= isAfterBlank ? 2 : 1;
  state.tokens.length = paragraph.start;
  state.pendingAttributes = null;
  const open = continueList(state) ?? startList(state, paragraph, firstLine);
  for (const [index, term] of text.split('\n').entries()) pushTerm(state, term, firstLine + index, startLine);
  const definitions = collectDefinitions(state, isAfterBlank, endLine);
  open.map = [open.map![0], state.line];
  let blank: Block | null = null;
  for (const definition of definitions) blank = yield* pushDefinition(state, definition, blank);
  state.push('dl_close', 'dl', -1);
  if (blank) state.addBlank(blank.text, startLine, state.line);
}

/** Takes up a definition list that ended just before; `null` when there is none. */
function continueList(state: KramdownBlockState): Token | null {
  const { blocks } = state.parent;
  if (blocks[blocks.length - 1]?.kind === 'blank' && blocks[blocks.length - 2]?.kind === 'dl') {
    blocks.pop();
    state.tokens.pop();
  }
  const last = blocks[blocks.length - 1];
  if (last?.kind !== 'dl') return null;
  state.tokens.pop();
  state.level++;
  return last.token;
}

/** Starts a list with the attribute list of the paragraph. */
function startList(state: KramdownBlockState, paragraph: Block, line: number): Token {
  const open = state.push('dl_open', 'dl', 1);
  open.map = [line, line + 1];
  open.meta = paragraph.token!.meta;
  state.addBlock('dl', open);
  return open;
}

/** kramdown takes a term to stand on the line of its first definition. */
function pushTerm(state: KramdownBlockState, term: string, line: number, location: number): void {
  const open = state.push('dt_open', 'dt', 1);
  open.map = [line, line + 1];
  const meta = metaOf<DtMeta>(open);
  const list = scanItemAttributes(term);
  if (list) {
    meta.attributeList = createAttributeList();
    parseAttributeList(list.content, meta.attributeList, state.kramdown);
  }
  meta.rawText = list ? term.slice(list.end) : term;
  state.pushInline(meta.rawText, line, line + 1, location);
  state.push('dt_close', 'dt', -1);
}

/** Cuts the lines below the terms into definitions. */
function collectDefinitions(state: KramdownBlockState, isAfterBlank: boolean, endLine: number): Definition[] {
  const definitions: Definition[] = [];
  let maxIndent = 3;
  let isLoose = isAfterBlank;
  let isBlankBefore = false;
  for (; state.line < endLine; state.line++) {
    const { line, pos } = state;
    const marker = scanMarker(state.src, pos, maxIndent);
    const item = definitions[definitions.length - 1]?.item;
    if (marker?.kind === 'dl') {
      const next = new ItemText(state, marker);
      definitions.push({ item: next, isLoose });
      maxIndent = maxMarkerIndent(next.indentation);
      isLoose = false;
      isBlankBefore = false;
    } else if (isEndOfBlockMarker(state, line)) break;
    else if (item!.accepts(state, line, isBlankBefore)) {
      item!.addLine(state, line);
      isLoose = false;
      isBlankBefore = false;
    } else if (isBlank(state, line)) {
      item!.addBlank(state, line);
      isLoose = true;
      isBlankBefore = true;
    } else break;
  }
  return definitions;
}

/** Pushes a definition's tokens. Answers the blank at its end, or the one before it if the definition is empty. */
function* pushDefinition(
  state: KramdownBlockState,
  { item, isLoose }: Definition,
  before: Block | null,
): Steps<Block | null> {
  const open = state.push('dd_open', 'dd', 1);
  open.map = [item.startLine, item.startLine + 1];
  if (item.attributeList) metaOf(open).attributeList = item.attributeList;
  const { blocks } = item.parseLine(state) ?? (yield* item.parse(state));
  const isEmpty = blocks.length === 0;
  const blank = popBlank(state, blocks);
  if (blocks[0]?.kind === 'p' && !isLoose) hideParagraph(state, blocks[0], blocks.length > 1);
  state.push('dd_close', 'dd', -1);
  return isEmpty ? before : blank;
}
