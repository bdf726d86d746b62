import { strftime } from './strftime.js';
import { RubyTime } from './time.js';

/**
 * A time that templates print and compare like any other, but that `sort` knows by its text in a format: an object of a gem's that becomes
 * a time when it is printed.
 */
export class FormattedTime extends RubyTime {
  /** @param format of the text, e.g. `%d-%b-%y` */
  constructor(
    { seconds, nanoseconds, utcOffset, zone }: RubyTime,
    private readonly format: string,
  ) {
    super(seconds, nanoseconds, utcOffset, zone);
  }

  get text(): string {
    return strftime(this, this.format);
  }
}
