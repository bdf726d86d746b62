/**
 * A search for the next place with some property, never made twice over the same stretch: an answer holds for every start
 * between the one it was asked for and the place found.
 */
export class MemoSearch {
  #from = -1;
  #found = -1;

  /** @param find first place at or after a position, -1 for none; the property must not depend on where the search starts */
  constructor(private readonly find: (from: number) => number) {}

  /** First place at or after `from`, -1 for none. */
  next(from: number): number {
    const isKnown = this.#from >= 0 && from >= this.#from && (from <= this.#found || this.#found < 0);
    if (!isKnown) {
      this.#from = from;
      this.#found = this.find(from);
    }
    return this.#found;
  }
}
