/** Answers already worked out, forgotten all at once when there are too many. */
export class BoundedMap<T> {
  private readonly known = new Map<string, T>();

  /** @param limit most answers to keep */
  constructor(private readonly limit: number) {}

  /** The answer for a key, computed at the first question. */
  get(key: string, compute: () => T): T {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = compute();
    if (this.known.size >= this.limit) this.known.clear();
    this.known.set(key, value);
    return value;
  }
}
