/**
 * Where a `{:` ends. kramdown's expression takes everything but `}`, and `\}`; if what follows the first plain brace does not fit,
 * it tries the escaped braces before it, the last one first. Both answers hold for every start in the same stretch, so they are
 * found once a stretch.
 */
export class ClosingBraces {
  #from = 0;
  #plain = -2;
  #escaped = -1;

  constructor(
    private readonly text: string,
    /** Whether a brace at this position may be the end. */
    private readonly fits: (text: string, pos: number) => boolean,
  ) {}

  /** Position of the brace that ends contents starting at `start` (at least one character), -1 if there is none. */
  find(start: number): number {
    if (this.#plain === -2 || start < this.#from || (this.#plain >= 0 && start > this.#plain))
      this.#search(start);
    if (this.#plain > start && this.fits(this.text, this.#plain)) return this.#plain;
    if (this.#plain === start) return -1;
    return this.#escaped > start ? this.#escaped : -1;
  }

  #search(start: number): void {
    this.#from = start;
    this.#escaped = -1;
    let pos = this.text.indexOf('}', start);
    while (pos > start && this.text[pos - 1] === '\\') {
      if (this.fits(this.text, pos)) this.#escaped = pos;
      pos = this.text.indexOf('}', pos + 1);
    }
    this.#plain = pos;
  }
}
