/** A calendar day without time or zone: Ruby's `Date`, what YAML makes of `2024-01-31`. */
export class RubyDate {
  /**
   * @param year  proleptic Gregorian year, e.g. 2024
   * @param month 1–12
   * @param day   1–31
   */
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}
