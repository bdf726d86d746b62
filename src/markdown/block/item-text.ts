/**
 * The text of a list item or definition, cut out of the lines it stands on. Origin: kramdown 2.5.2, `parser/kramdown/list.rb`.
 */
import type { AttributeList } from '../attribute-list.js';
import { createParent, type Parent } from './block.js';
import { isLazyEndTag, scanAttributeLine } from './line-ends.js';
import { hasText, isContentLine, type Marker, readFirstLine, startsItem } from './list-markers.js';
import type { KramdownBlockState } from './state.js';
import type { Steps } from './steps.js';

/** A stretch of an item's text that is parsed by itself. */
export interface ItemPart {
  text: string;
  /** Line on which it starts. */
  readonly line: number;
}

/** An item whose lines are being collected. */
export class ItemText {
  /** Line of the marker. */
  readonly startLine: number;
  /** Column at which the text starts. */
  readonly indentation: number;
  readonly attributeList: AttributeList | null;
  readonly parts: ItemPart[];
  /** Whether a list under the text needs no cut any more: there was one, or a blank line. */
  #hasNestedList: boolean;

  /** Starts with the line the state is at. */
  constructor(state: KramdownBlockState, marker: Marker) {
    const { line } = state;
    const rest = state.src.slice(marker.end, state.eMarks[line]! + 1);
    const { content, indentation, attributeList } = readFirstLine(rest, marker.length, state.kramdown);
    this.startLine = line;
    this.indentation = indentation;
    this.attributeList = attributeList;
    this.parts = [{ text: content, line: content === '' ? line + 1 : line }];
    this.#hasNestedList = startsItem(content, 0);
  }

  /** Whether a line without a marker of this list belongs to the item: by its indentation, or lazily. */
  accepts(state: KramdownBlockState, line: number, isAfterBlank: boolean): boolean {
    const pos = state.bMarks[line]!;
    if (isContentLine(state.src, pos, this.indentation)) return true;
    return !isAfterBlank && hasText(state.src, pos) && !this.#endsLazily(state, pos);
  }

  /** Whether block HTML or an attribute list starts at `pos`, indented less than the item. */
  #endsLazily(state: KramdownBlockState, pos: number): boolean {
    const limit = pos + Math.min(this.indentation, 3);
    let start = pos;
    while (start < limit && state.src.charCodeAt(start) === 0x20) start++;
    const code = state.src.charCodeAt(start);
    if (code === 0x3c) return isLazyEndTag(state.src, start);
    return code === 0x7b && scanAttributeLine(state, start) !== null;
  }

  /** Adds a line without its indentation. */
  addLine(state: KramdownBlockState, line: number): void {
    this.#append(this.#cut(state, line).text);
  }

  /** Adds a line likewise; a list that starts on it, directly under text, starts a part of its own. */
  addLineOrList(state: KramdownBlockState, line: number): void {
    const { text, isIndented } = this.#cut(state, line);
    const startsList = startsItem(text, 0);
    if (startsList && isIndented && !this.#hasNestedList) {
      this.parts.push({ text, line });
      this.#hasNestedList = true;
    } else if (startsList && !isIndented && this.#hasNestedList) {
      // a lazy line must not become an item of the nested list
      this.#append(' '.repeat(this.indentation + 4) + text);
    } else this.#append(text);
  }

  /** Adds a blank line. */
  addBlank(state: KramdownBlockState, line: number): void {
    this.#hasNestedList = true;
    this.#append(state.src.slice(state.bMarks[line], state.eMarks[line]! + 1));
  }

  /** Pushes the tokens of a text that is one plain line, as most are, and answers what it holds; `null` for all others. */
  parseLine(state: KramdownBlockState): Parent | null {
    const { parts, startLine } = this;
    const parent = createParent();
    const { text, line } = parts[0]!;
    return parts.length === 1 && state.parseLine(text, line, parent, startLine) ? parent : null;
  }

  /** Parses the text into the state's tokens; answers what it holds. */
  *parse(state: KramdownBlockState): Steps<Parent> {
    const parent = createParent();
    let location = this.startLine;
    for (const { text, line } of this.parts) {
      yield* state.parseNested(text, line, parent, location);
      location += text.split('\n').length - 1;
    }
    return parent;
  }

  #append(text: string): void {
    this.parts[this.parts.length - 1]!.text += text;
  }

  /** The line without the item's indentation. Tabs at its start count as four spaces. */
  #cut(state: KramdownBlockState, line: number): { text: string; isIndented: boolean } {
    const { src } = state;
    const start = state.bMarks[line]!;
    let tabs = start;
    while (src.charCodeAt(tabs) === 0x09) tabs++;
    const text = '    '.repeat(tabs - start) + src.slice(tabs, state.eMarks[line]! + 1);
    let spaces = 0;
    while (spaces < this.indentation && text.charCodeAt(spaces) === 0x20) spaces++;
    const isIndented = spaces === this.indentation;
    return { text: isIndented ? text.slice(spaces) : text, isIndented };
  }
}
