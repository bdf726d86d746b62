import type { InlineRule } from './rules.js';
import type { SpanState } from './state.js';

/** The rules in force and where they can start. */
export interface Grammar {
  /** How text ends, by character code below 128; see `find-stop.ts`. */
  readonly stops: Uint8Array;
  /** Rules to try by character code below 128; the last entry is for all other characters. */
  readonly rules: readonly (readonly InlineRule[])[];
}

/** An element whose children are being parsed: kramdown's `@tree` with the stop expression of the running `parse_spans`. */
export interface Frame {
  readonly type: 'root' | 'em' | 'strong' | 'link' | 'html';
  grammar: Grammar;
  /** Number of tokens before its first child. */
  readonly start: number;
  /** Whether it ends here. Asked at every place where text ends; may move to the end of the text to give up. */
  closes(state: SpanState): boolean;
  /** Told when an image became its child. */
  addImage(): void;
}
