import type { Config } from '../../model/config.js';
import { daysInMonth } from '../../ruby/time/civil.js';
import { RubyDate } from '../../ruby/time/date.js';
import { parseDate } from '../../ruby/time/date-parse.js';
import { clockFields, presentTime, type RubyTime } from '../../ruby/time/time.js';
import { parseTime } from '../../ruby/time/time-parse.js';
import { withTimeZone } from '../../ruby/time/time-zone.js';
import { CommandError } from '../line/command.js';
import type { FlagValues } from '../line/flags.js';

/** How a date is put into a file name. */
export const DATE_STAMP = '%Y-%m-%d';
/** How a date is put into front matter unless `--timestamp-format` says otherwise. */
export const TIME_STAMP = '%Y-%m-%d %H:%M %z';

/** `--date` as a day, as Ruby's `Date.parse` reads it; without it the present time in the site's time zone. */
export function documentDate(flags: FlagValues, config: Config): RubyTime | RubyDate {
  return withTimeZone(config.timezone, () => {
    const now = presentTime(config.sourceDate);
    const given = flags['date'];
    if (typeof given !== 'string') return now;
    const time = parseTime(given, now);
    if (time === null || !isInCalendar(given, now))
      throw new CommandError(`invalid date: '${given}'. Write it as YYYY-MM-DD.`);
    const { year, month, day } = clockFields(time);
    return new RubyDate(year, month, day);
  });
}

/** Times count on past the end of a month (`2020-02-30` is the first of March), dates do not. */
function isInCalendar(text: string, now: RubyTime): boolean {
  const present = clockFields(now);
  const { year = present.year, month = present.month, day = 1 } = parseDate(text) ?? {};
  return day <= (daysInMonth(year, month) ?? 0);
}

/** The format of dates in front matter. */
export function timestampFormat(flags: FlagValues): string {
  const format = flags['timestamp_format'];
  return typeof format === 'string' ? format : TIME_STAMP;
}
