/** A place in a file that may be opened in an editor. */
export interface Place {
  /** Absolute. */
  readonly file: string;
  /** 1-based, as is the column. */
  readonly line: number;
  readonly column: number;
}

/** The places that pages were told of: a page asks for one by its number, never by a path. */
export class Places {
  readonly #places: Place[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a place, the same for the same place. */
  add(place: Place): number {
    const key = `${place.file}\0${place.line}\0${place.column}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#places.length);
    return this.#places.push(place) - 1;
  }

  /** `undefined` for a number that no page was told. */
  get(number: number): Place | undefined {
    return this.#places[number];
  }
}
