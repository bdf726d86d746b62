import type { DependencyKey } from '../../model/dependency.js';
import type { Value } from '../../ruby/value.js';

/**
 * What a template object remembers from one rendering to the next: Liquid keeps it in `Template#registers`, and Jekyll keeps
 * one template object per file for a whole build. So a layout's `cycle` goes on from page to page, while a page, rendered
 * once, starts anew. Included templates use those of the template they are included in.
 *
 * Reading one is recorded under its key in `keys`, as reading a counter is under `carried:counter.NAME`: an output that
 * read them depends on what outputs before it left behind.
 */
export class Registers {
  /** Next position of each `cycle` by its name or, unnamed, its text. */
  readonly cycles = new Map<Value, number>();
  /** What the last `ifchanged` wrote; `null` before the first. */
  lastChanged: string | null = null;
  /** Where `offset: continue` goes on, by loop name (`item-collection`); every `for` writes it. */
  readonly offsets = new Map<string, number>();
  readonly keys: Readonly<Record<'cycles' | 'lastChanged' | 'offsets', DependencyKey>>;

  /** @param path of the template, e.g. `_layouts/post.html` */
  constructor(path: string) {
    this.keys = {
      cycles: `carried:${path}.cycles`,
      lastChanged: `carried:${path}.lastChanged`,
      offsets: `carried:${path}.offsets`,
    };
  }
}
