/** How many go along at most. */
const MOST = 8;

/** Expressions that tags of one kind look up each time, e.g. `page` and `site.title`: two in a row make one likely, one that does without ends it. */
export class LikelyNames implements Iterable<string> {
  private readonly likely = new Set<string>();
  private before: ReadonlySet<string> = new Set();
  private now = new Set<string>();

  /** A tag has looked it up. */
  note(markup: string): void {
    this.now.add(markup);
    if (this.before.has(markup) && this.likely.size < MOST) this.likely.add(markup);
  }

  /** A tag has been rendered. @param unused what went along with it and nobody wanted */
  settle(unused: readonly string[]): void {
    for (const markup of unused) this.likely.delete(markup);
    this.before = this.now;
    this.now = new Set();
  }

  [Symbol.iterator](): Iterator<string> {
    return this.likely[Symbol.iterator]();
  }
}
