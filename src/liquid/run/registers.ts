import type { CarriedName } from '../../model/dependency.js';
import { HashKeys } from '../../ruby/hash-key.js';
import type { Value } from '../../ruby/value.js';
import type { RenderContext } from '../context.js';

/**
 * What a template object remembers from one rendering to the next: Liquid keeps it in `Template#registers`, and Jekyll keeps
 * one template object per file name for a whole build. So a layout's `cycle` goes on from page to page, and that of a listing from
 * each of its pages to the next. Included templates use those of the template they are included in.
 */
export class Registers {
  /** What tags and filters of plugins leave for each other. */
  readonly shared = new Map<string, unknown>();
  private cycles: Map<string, number> | null = null;
  private names: HashKeys | null = null;
  private offsets: Map<string, number> | null = null;
  private lastWritten: string | null = null;

  /**
   * @param key the name Jekyll's cache knows the template by, e.g. `_layouts/post.html`; `null` for one that is rendered once, of
   *            which nobody needs to know what it remembers
   */
  constructor(private readonly key: string | null) {}

  /** Where a cycle of so many values stands; the next time it is one further. */
  nextOfCycle(name: Value, length: number, context: RenderContext): number {
    // Before anything changes: what stands there now is what was found.
    if (this.key !== null) context.depend(`carried:cycles ${this.key}`);
    const cycles = (this.cycles ??= new Map());
    const key = (this.names ??= new HashKeys()).of(name);
    const position = cycles.get(key) ?? 0;
    cycles.set(key, position + 1 >= length ? 0 : position + 1);
    if (this.key !== null) context.leave(`cycles ${this.key}`, () => new Map(cycles));
    return position;
  }

  /** Whether the text is another one than that of the last `ifchanged`, whichever it was. */
  isChanged(written: string, context: RenderContext): boolean {
    if (this.key !== null) context.depend(`carried:lastChanged ${this.key}`);
    if (written === this.lastWritten) return false;
    this.lastWritten = written;
    if (this.key !== null) context.leave(`lastChanged ${this.key}`, () => this.lastWritten);
    return true;
  }

  /** Where `offset: continue` goes on, by the loop's name (`item-collection`). */
  offsetOf(name: string, context: RenderContext): number {
    if (this.key !== null) context.depend(`carried:offsets ${this.key}`);
    return this.offsets?.get(name) ?? 0;
  }

  /** Every `for` tells where it stopped. */
  setOffset(name: string, offset: number, context: RenderContext): void {
    const offsets = (this.offsets ??= new Map());
    offsets.set(name, offset);
    if (this.key !== null) context.leave(`offsets ${this.key}`, () => new Map(offsets));
  }

  /** Puts back what an earlier rendering left under `cycles`, `lastChanged` or `offsets`, and leaves it again. */
  restore(word: string, value: unknown, context: Pick<RenderContext, 'leave'>): void {
    if (word === 'cycles') this.cycles = new Map(value as Map<string, number>);
    else if (word === 'offsets') this.offsets = new Map(value as Map<string, number>);
    else this.lastWritten = value as string | null;
    const left = { cycles: () => new Map(this.cycles), offsets: () => new Map(this.offsets) };
    const now = word === 'lastChanged' ? () => this.lastWritten : left[word as keyof typeof left];
    context.leave(`${word} ${this.key}` as CarriedName, now);
  }

  /** Answers a function that puts all back as it is now. */
  remember(): () => void {
    const { lastWritten } = this;
    const cycles = this.cycles && new Map(this.cycles);
    const offsets = this.offsets && new Map(this.offsets);
    return () => {
      this.cycles = cycles;
      this.offsets = offsets;
      this.lastWritten = lastWritten;
    };
  }
}
