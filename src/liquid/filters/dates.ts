/** `date` (Liquid 4.0.4) and `date_to_*` (Jekyll 4.4.1, `DateFilters`). */
import { dateToTime, RubyDate } from '../../ruby/date.js';
import { inspect } from '../../ruby/inspect.js';
import { type Integer, leadingInteger } from '../../ruby/integer.js';
import { type CompiledFormat, compileFormat, FormatError } from '../../ruby/strftime.js';
import { downcase } from '../../ruby/string.js';
import { clockFields, localTimeAt, RubyTime, toLocalTime } from '../../ruby/time.js';
import { parseTime } from '../../ruby/time-parse.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, type Value } from '../../ruby/value.js';
import { type Filter, type FilterContext, FilterError } from '../filter.js';
import { BoundedMap } from './bounded-map.js';

/** Formats a site uses are few; only a template that makes them up has more. */
const MOST_FORMATS = 500;

const XML_SCHEMA = '%Y-%m-%dT%H:%M:%S%:z';
const RFC_822 = '%a, %d %b %Y %T %z';

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

/** The format of `date_to_string` and `date_to_long_string` for a time. */
function longFormat(time: RubyTime, month: string, type: Value, style: Value): string {
  if (type !== 'ordinal') return `%d ${month} %Y`;
  const { day } = clockFields(time);
  const ordinal = `${day}${ordinalSuffix(day)}`;
  return style === 'US' ? `${month} ${ordinal}, %Y` : `${ordinal} ${month} %Y`;
}

/** The date filters with the formats they have compiled. */
export function createDateFilters(now: () => RubyTime): readonly Filter[] {
  const formats = new BoundedMap<CompiledFormat>(MOST_FORMATS);

  function print(date: RubyTime | RubyDate, format: string): string {
    try {
      return formats.get(format, () => compileFormat(format))(date);
    } catch (error) {
      if (error instanceof FormatError) throw new FilterError(error.message);
      throw error;
    }
  }

  /** `Utils.to_date`. What depends on the clock is recorded by the format it is printed in. */
  function toDate(context: FilterContext, input: Value, format: string): RubyTime | RubyDate | null {
    if (input === context.render.time) context.render.depend(`time:${format}`);
    if (input instanceof RubyTime || input instanceof RubyDate) return input;
    if (isInteger(input)) return timeAt(input);
    if (typeof input !== 'string' || input === '') return null;
    const text = downcase(input);
    if (text === 'now' || text === 'today') {
      context.render.depend(`time:${format}`);
      return now();
    }
    return /^\d+$/.test(text) ? timeAt(leadingInteger(text)) : parseTime(text, borrowed);

    function borrowed(): RubyTime {
      context.render.depend('time:%F');
      return now();
    }
  }

  /**
   * A date filter of Jekyll's: any value that stands for a time, in the site's zone.
   * @param seen the format that tells all that is printed
   */
  function localFilter(
    name: string,
    most: number,
    seen: string,
    formatOf: (time: RubyTime, type: Value, style: Value) => string,
  ): Filter {
    return {
      name,
      arity: [0, most],
      apply(context, input, type = null, style = null) {
        if (toS(input) === '') return input;
        const date = toDate(context, input, seen);
        if (date === null) {
          throw new FilterError(`Invalid Date: '${inspect(input)}' is not a valid datetime.`, false);
        }
        const time = date instanceof RubyDate ? dateToTime(date) : toLocalTime(date);
        return print(time, formatOf(time, type, style));
      },
    };
  }

  return [
    {
      name: 'date',
      arity: [1, 1],
      apply(context, input, format = null) {
        const text = toS(format);
        const date = text === '' ? null : toDate(context, input, text);
        return date === null ? input : print(date, text);
      },
    },
    localFilter('date_to_string', 2, '%F', (time, type, style) => longFormat(time, '%b', type, style)),
    localFilter('date_to_long_string', 2, '%F', (time, type, style) => longFormat(time, '%B', type, style)),
    localFilter('date_to_xmlschema', 0, XML_SCHEMA, () => XML_SCHEMA),
    localFilter('date_to_rfc822', 0, RFC_822, () => RFC_822),
  ];
}

function timeAt(seconds: Integer): RubyTime {
  return localTimeAt(Number(seconds));
}
