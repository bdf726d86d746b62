import type { Value } from '../ruby/value.js';

/** Something that Ruby code raised and nobody rescued. */
export class RubyError extends Error {
  constructor(
    /** E.g. `NoMethodError`. */
    readonly className: string,
    message: string,
    /** Innermost first, e.g. `/site/_plugins/a.rb:3:in 'render'`; nothing of the shim's own. */
    readonly backtrace: readonly string[],
    /** Whether Liquid reports it as its own (`Liquid::Error`), with a line of the template. */
    readonly isLiquid: boolean,
    /** Number of the ask that threw it first; `null` where Ruby raised it. */
    readonly ask: number | null,
  ) {
    super(message);
    this.name = 'RubyError';
  }

  /** As it comes over the wire. */
  static from(exception: Value): RubyError {
    const [className, message, backtrace, isLiquid, ask] = exception as [
      string,
      string,
      string[],
      boolean,
      number | null,
    ];
    return new RubyError(className, message, backtrace, isLiquid, ask);
  }
}
