/** Parts of turns that are run again which are as they were: the Markdown of a body, and excerpts. */
import type { DependencyKey } from '../model/dependency.js';
import { type HeldText, wholeText } from '../model/output.js';
import type { Renderable } from '../model/page.js';
import type { Remembered } from '../reuse/remembered.js';
import type { StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { Rendering } from './create-rendering.js';
import type { Unchanged } from './unchanged.js';

/** A page's content from the last build. */
export interface KnownContent {
  readonly text: string;
  /** The same, as it is kept. */
  readonly held: string | HeldText;
}

const EXCERPT = 'excerpt ';

/** Takes them from the last build. */
export class KnownParts {
  private readonly constant = new Map<readonly DependencyKey[], { epoch: number; isSo: boolean }>();

  constructor(
    private readonly last: TurnStore,
    private readonly unchanged: Unchanged,
    private readonly rendering: Rendering,
  ) {}

  /** Runs a turn so that excerpts which it made first at the last build are not made anew. */
  during<T>({ effects }: StoredTurn, run: () => T): T {
    const { firsts } = this.rendering;
    const before = firsts.known;
    firsts.known = (name) => {
      const id = name.startsWith(EXCERPT) ? name.slice(EXCERPT.length) : null;
      if (id === null || !this.unchanged.isSame({ id })) return null;
      const made = effects.carried.get(name) as Remembered<unknown> | undefined;
      if (made === undefined || !this.areConstant(made.keys)) return null;
      if (made.keys.includes('config:kramdown')) this.rendering.chains.noteMarkdown();
      return made;
    };
    try {
      return run();
    } finally {
      firsts.known = before;
    }
  }

  /** What the body of a Markdown file without Liquid becomes, which goes by its text and settings alone. */
  contentOf(file: Renderable, { content, diagnostics }: StoredTurn): KnownContent | null {
    const { chains, hooks } = this.rendering;
    const isPlain = typeof file.body !== 'string' && file.body.mayHoldLiquid === false;
    if (!isPlain || content === null || diagnostics.length > 0 || hooks.hasItemHooks) return null;
    if (!this.unchanged.isSame(file)) return null;
    const keys = chains.markdownKeys(file);
    return keys !== null && this.areConstant(keys) ? { text: wholeText(content), held: content } : null;
  }

  /** Whether all of some keys are as they were in the whole of the last build. */
  private areConstant(keys: readonly DependencyKey[]): boolean {
    const { fingerprints } = this.rendering;
    const known = this.constant.get(keys);
    if (known?.epoch === fingerprints.epoch) return known.isSo;
    const isSo = keys.every((key) => this.last.keys.get(key) === fingerprints.of(key));
    this.constant.set(keys, { epoch: fingerprints.epoch, isSo });
    return isSo;
  }
}
