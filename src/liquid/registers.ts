import type { Value } from '../ruby/value.js';

/**
 * What a template object remembers from one rendering to the next: Liquid keeps it in `Template#registers`, and Jekyll keeps
 * one template object per file for a whole build. So a layout's `cycle` goes on from page to page, while a page, rendered
 * once, starts anew. Included templates use those of the template they are included in.
 */
export interface Registers {
  /** Next position of each `cycle` by its name or, unnamed, its text. */
  readonly cycles: Map<Value, number>;
  /** What the last `ifchanged` wrote; `null` before the first. */
  lastChanged: string | null;
  /** Where `offset: continue` goes on, by loop name (`item-collection`). */
  readonly offsets: Map<string, number>;
}
