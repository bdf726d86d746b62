import { isHtmlElement } from '../html/elements.js';
import { scanEndTag } from '../html/scan.js';
import type { Frame, Grammar } from './frame.js';
import type { SpanState } from './state.js';

interface OpenElement {
  readonly name: string;
  /** 1-based line of its tag, for the warning. */
  readonly line: number;
}

/** The contents of an HTML element, up to its end tag. */
export class HtmlFrame implements Frame {
  readonly type = 'html';
  /** The element and, when none of them has an end tag, those in it, outermost first. */
  readonly #open: OpenElement[];

  constructor(
    name: string,
    line: number,
    public grammar: Grammar,
    public start: number,
    /** Whether it is known to have no end tag. */
    readonly isUnclosed: boolean,
  ) {
    this.#open = [{ name, line }];
  }

  /** Goes on with the contents of a further element that has no end tag. */
  enter(name: string, line: number, grammar: Grammar, start: number): void {
    this.#open.push({ name, line });
    this.grammar = grammar;
    this.start = start;
  }

  closes(state: SpanState): boolean {
    if (this.isUnclosed || state.src.charCodeAt(state.pos) !== 0x3c) return false;
    const tag = scanEndTag(state.src, state.pos);
    if (!tag) return false;
    const { name } = this.#open[0]!;
    return tag.name === name || (isHtmlElement(name) && tag.name.toLowerCase() === name);
  }

  /** At the end of the text: closes what has no end tag, with a warning each. */
  closeAll(state: SpanState): void {
    for (const { name, line } of this.#open.toReversed()) {
      state.kramdown.warn(`Found no end tag for '${name}' (line ${line}) - auto-closing it`);
      state.push('html_span_close', name, -1);
    }
  }

  addImage(): void {}
}
