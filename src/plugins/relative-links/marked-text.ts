/**
 * A text whose marks are listed when they are first asked for, so that what looks for the next one from very many places takes no longer
 * than the text is long.
 */
export class MarkedText {
  private readonly places = new Map<string, readonly number[]>();
  private space = { start: 0, end: 0 };

  constructor(readonly source: string) {}

  /** The next place of a mark from an offset on; -1 without one. A quote behind a backslash is none. */
  next(mark: string, from: number): number {
    const places = this.placesOf(mark);
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < from) low = middle + 1;
      else high = middle;
    }
    return places[low] ?? -1;
  }

  endOfLine(at: number): number {
    const end = this.next('\n', at);
    return end < 0 ? this.source.length : end;
  }

  /** Where the white space at an offset ends, over lines. */
  skipSpace(at: number): number {
    if (at >= this.space.start && at < this.space.end) return this.space.end;
    let end = at;
    while (isSpace(this.source[end])) end += 1;
    this.space = { start: at, end };
    return end;
  }

  private placesOf(mark: string): readonly number[] {
    const known = this.places.get(mark);
    if (known) return known;
    const places: number[] = [];
    const isQuote = mark === '"' || mark === "'";
    for (let at = this.source.indexOf(mark); at >= 0; at = this.source.indexOf(mark, at + 1)) {
      if (!isQuote || this.source[at - 1] !== '\\') places.push(at);
    }
    this.places.set(mark, places);
    return places;
  }
}

export function isSpace(character: string | undefined): boolean {
  return character !== undefined && ' \t\n\v\f\r'.includes(character);
}
