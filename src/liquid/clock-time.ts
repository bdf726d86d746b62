import { RubyTime } from '../ruby/time/time.js';

/**
 * The build's moment as templates see it, `site.time`. An output that only prints it in a format (`{{ site.time | date: "%Y" }}`) has
 * read what that prints; any other use has read the moment itself.
 */
export class ClockTime extends RubyTime {
  /**
   * @param moment for filters that print it and tell the format
   * @param onRead told of any other use
   */
  constructor(
    readonly moment: RubyTime,
    onRead: () => void,
  ) {
    super(moment.seconds, moment.nanoseconds, moment.utcOffset, moment.zone);
    for (const field of ['seconds', 'nanoseconds', 'utcOffset', 'zone'] as const) {
      Object.defineProperty(this, field, {
        get: () => {
          onRead();
          return moment[field];
        },
      });
    }
  }
}
