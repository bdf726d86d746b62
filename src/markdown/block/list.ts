/**
 * Bullet and numbered lists. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_list`.
 *
 * The lines of an item are cut out, their indentation is taken off, and what is left is parsed. Where a nested list starts
 * directly under the item's text, the text is cut in two, so that the paragraph ends there.
 */
import type { Token } from 'markdown-it';
import { type ElementMeta, metaOf } from '../tokens.js';
import { isBlank } from './blank-line.js';
import type { Block } from './block.js';
import { isHorizontalRule } from './horizontal-rule.js';
import { ItemText } from './item-text.js';
import { isEndOfBlockMarker } from './line-ends.js';
import { maxMarkerIndent, scanMarker } from './list-markers.js';
import type { KramdownBlockState } from './state.js';
import type { RuleResult, Steps } from './steps.js';
import { type ListItemTokens, markTasks } from './task-list.js';

/** The rule. */
export function list(state: KramdownBlockState, startLine: number, endLine: number): RuleResult {
  const marker = scanMarker(state.src, state.pos, 3);
  return marker !== null && marker.kind !== 'dl' && parseList(state, marker.kind, startLine, endLine);
}

function* parseList(state: KramdownBlockState, kind: 'ul' | 'ol', startLine: number, endLine: number): Steps {
  const name = kind === 'ul' ? 'bullet_list' : 'ordered_list';
  const open = state.push(`${name}_open`, kind, 1);
  state.addBlock('list', open);
  const items: ItemText[] = [];
  const endsWithMarker = collectItems(state, kind, endLine, items);
  open.map = [startLine, state.line];
  const blank = yield* pushItems(state, open, items, endsWithMarker);
  state.push(`${name}_close`, kind, -1);
  if (blank && !endsWithMarker) state.addBlank(blank.text, startLine, state.line);
}

/** Cuts the list's lines into items; answers whether `^` ended the list. */
function collectItems(
  state: KramdownBlockState,
  kind: 'ul' | 'ol',
  endLine: number,
  items: ItemText[],
): boolean {
  let maxIndent = 3;
  let isAfterBlank = false;
  for (; state.line < endLine; state.line++) {
    const { line, pos } = state;
    if (isAfterBlank && isHorizontalRule(state, line)) break;
    if (isEndOfBlockMarker(state, line)) {
      state.line = line + 1;
      return true;
    }
    const marker = scanMarker(state.src, pos, maxIndent);
    const item = items[items.length - 1];
    if (marker?.kind === kind) {
      const next = new ItemText(state, marker);
      items.push(next);
      maxIndent = maxMarkerIndent(next.indentation);
      isAfterBlank = false;
    } else if (item!.accepts(state, line, isAfterBlank)) {
      item!.addLineOrList(state, line);
      isAfterBlank = false;
    } else if (isBlank(state, line)) {
      item!.addBlank(state, line);
      isAfterBlank = true;
    } else break;
  }
  return false;
}

/** Pushes the items' tokens. Answers the blank at the end, which goes behind the list. */
function* pushItems(
  state: KramdownBlockState,
  list: Token,
  items: readonly ItemText[],
  endsWithMarker: boolean,
): Steps<Block | null> {
  let blank: Block | null = null;
  let isAnyLoose = false;
  const tokens: ListItemTokens[] = [];
  for (const [index, item] of items.entries()) {
    const open = state.push('list_item_open', 'li', 1);
    if (item.attributeList) metaOf(open).attributeList = item.attributeList;
    open.map = [item.startLine, items[index + 1]?.startLine ?? state.line];
    const { blocks } = item.parseLine(state) ?? (yield* item.parse(state));
    dropAttributeEnd(blocks);
    const isLast = index === items.length - 1;
    if (blocks.length > 0) {
      if (isTight(blocks, isLast, isLast && endsWithMarker) && (!isLast || index === 0 || isAnyLoose)) {
        hideParagraph(state, blocks[0]!, blocks.length > 1 && blocks[1]!.kind !== 'blank');
      }
      blank = popBlank(state, blocks);
    }
    isAnyLoose ||= blocks[0]?.kind !== 'p' || blocks[0].token!.hidden;
    tokens.push({ open, text: blocks[0]?.kind === 'p' ? state.tokens[blocks[0].start + 1]! : null });
    state.push('list_item_close', 'li', -1);
  }
  if (state.kramdown.isGfm) markTasks(list, tokens);
  return blank;
}

/** An end of block that only an attribute list of the first paragraph left does not count. */
function dropAttributeEnd(blocks: Block[]): void {
  const [first, second] = blocks;
  if (first?.kind !== 'p' || second?.kind !== 'eob') return;
  if ((first.token!.meta as ElementMeta | null)?.attributeList) blocks.splice(1, 1);
}

/** Whether the first paragraph of an item stands without tags, going by the item itself. */
function isTight(blocks: readonly Block[], isLast: boolean, endsWithMarker: boolean): boolean {
  if (blocks[0]!.kind !== 'p') return false;
  if (blocks[1]?.kind !== 'blank') return true;
  return isLast && blocks.length === 2 && !endsWithMarker;
}

/** Takes the tags off an item's first paragraph; a line end separates it from what follows in the item. */
export function hideParagraph(state: KramdownBlockState, paragraph: Block, isFollowed: boolean): void {
  const { start } = paragraph;
  state.tokens[start]!.hidden = true;
  state.tokens[start + 2]!.hidden = true;
  if (isFollowed) state.tokens[start + 1]!.content += '\n';
}

/** Takes the blank at the end of an item or definition off, to be put behind the list. */
export function popBlank(state: KramdownBlockState, blocks: Block[]): Block | null {
  const last = blocks[blocks.length - 1];
  if (last?.kind !== 'blank') return null;
  blocks.pop();
  if (last.token) state.tokens.pop();
  return last;
}
