/** An instant with the offset it was written in: Ruby's `Time`. */
export class RubyTime {
  /**
   * @param seconds     whole seconds since 1970-01-01T00:00:00Z (floored, may be negative)
   * @param nanoseconds 0–999,999,999, added to `seconds`
   * @param utcOffset   seconds east of UTC, e.g. -18000 for New York in winter
   * @param zone        what `%Z` prints: `UTC`, an abbreviation such as `EST` for local time, `''` for a bare offset
   */
  constructor(
    readonly seconds: number,
    readonly nanoseconds: number,
    readonly utcOffset: number,
    readonly zone: string,
  ) {}
}
