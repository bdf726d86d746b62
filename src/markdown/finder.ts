/**
 * Searches in one text that never look at the same stretch twice: the last answer for a needle holds for every start between
 * the start it was asked for and the place it was found. So ten thousand unclosed `<!--` cost one search for `-->`.
 */
export class Finder {
  readonly #answers = new Map<string, { from: number; found: number }>();

  constructor(private readonly text: string) {}

  /** As `String.indexOf`. */
  indexOf(needle: string, from: number): number {
    const answer = this.#answers.get(needle);
    if (answer && from >= answer.from && (from <= answer.found || answer.found < 0)) return answer.found;
    const found = this.text.indexOf(needle, from);
    this.#answers.set(needle, { from, found });
    return found;
  }
}
