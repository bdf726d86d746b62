/** `date` (Liquid 4.0.4) and `date_to_*` (Jekyll 4.4.1, `DateFilters`). */

import { inspect } from '../../ruby/inspect.js';
import { type Integer, leadingInteger } from '../../ruby/integer.js';
import { downcase } from '../../ruby/string.js';
import { dateToTime, RubyDate } from '../../ruby/time/date.js';
import { type CompiledFormat, compileFormat, FormatError } from '../../ruby/time/strftime.js';
import { clockFields, localTimeAt, presentTime, RubyTime, toLocalTime } from '../../ruby/time/time.js';
import { parseTime } from '../../ruby/time/time-parse.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, type Value } from '../../ruby/value.js';
import { ClockTime } from '../clock-time.js';
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

/** Reads and prints dates for one build, and keeps the formats it has compiled. */
class DatePrinter {
  private readonly formats = new BoundedMap<CompiledFormat>(MOST_FORMATS);

  constructor(private readonly now: () => RubyTime) {}

  print(date: RubyTime | RubyDate, format: string): string {
    try {
      return this.formats.get(format, () => compileFormat(format))(date);
    } catch (error) {
      if (error instanceof FormatError) throw new FilterError(error.message);
      throw error;
    }
  }

  /** `Utils.to_date`. What depends on the clock is recorded by the format it is printed in. */
  read(context: FilterContext, input: Value, format: string): RubyTime | RubyDate | null {
    if (input instanceof ClockTime) {
      context.render.depend(`time:${format}`);
      return input.moment;
    }
    if (input instanceof RubyTime || input instanceof RubyDate) return input;
    if (isInteger(input)) return timeAt(input);
    if (typeof input !== 'string' || input === '') return null;
    const text = downcase(input);
    if (text === 'now' || text === 'today') return this.present(context, format);
    // What a text leaves out of its date comes from the present day.
    return /^\d+$/.test(text)
      ? timeAt(leadingInteger(text))
      : parseTime(text, () => this.present(context, '%F'));
  }

  private present(context: FilterContext, format: string): RubyTime {
    context.render.depend(`time:${format}`);
    const held = context.render.config?.sourceDate ?? null;
    return held === null ? this.now() : presentTime(held);
  }
}

function timeAt(seconds: Integer): RubyTime {
  return localTimeAt(Number(seconds));
}

/** A date filter of Jekyll's: any value that stands for a time, in the site's zone. */
interface LocalFilter {
  readonly name: string;
  /** Most arguments. */
  readonly most: number;
  /** The format that tells all that is printed. */
  readonly seen: string;
  readonly formatOf: (time: RubyTime, type: Value, style: Value) => string;
}

const LOCAL_FILTERS: readonly LocalFilter[] = [
  {
    name: 'date_to_string',
    most: 2,
    seen: '%F',
    formatOf: (time, type, style) => longFormat(time, '%b', type, style),
  },
  {
    name: 'date_to_long_string',
    most: 2,
    seen: '%F',
    formatOf: (time, type, style) => longFormat(time, '%B', type, style),
  },
  { name: 'date_to_xmlschema', most: 0, seen: XML_SCHEMA, formatOf: () => XML_SCHEMA },
  { name: 'date_to_rfc822', most: 0, seen: RFC_822, formatOf: () => RFC_822 },
];

function localFilter({ name, most, seen, formatOf }: LocalFilter, printer: DatePrinter): Filter {
  return {
    name,
    arity: [0, most],
    apply(context, input, type = null, style = null) {
      // A time never prints as nothing; the build's is not to be looked at but for its format.
      if (!(input instanceof RubyTime) && toS(input) === '') return input;
      const date = printer.read(context, input, seen);
      if (date === null) {
        throw new FilterError(`Invalid Date: '${inspect(input)}' is not a valid datetime.`, false);
      }
      const time = date instanceof RubyDate ? dateToTime(date) : toLocalTime(date);
      return printer.print(time, formatOf(time, type, style));
    },
  };
}

/** The date filters of one build. */
export function createDateFilters(now: () => RubyTime): readonly Filter[] {
  const printer = new DatePrinter(now);
  const date: Filter = {
    name: 'date',
    arity: [1, 1],
    apply(context, input, format = null) {
      const text = toS(format);
      const read = text === '' ? null : printer.read(context, input, text);
      return read === null ? input : printer.print(read, text);
    },
  };
  return [date, ...LOCAL_FILTERS.map((filter) => localFilter(filter, printer))];
}
