import { inspectTime, localTimeAt } from '../../../src/ruby/time/time.js';
import { parseTime } from '../../../src/ruby/time/time-parse.js';
import { withTimeZone } from '../../../src/ruby/time/time-zone.js';

/** `Time.parse` in New York's zone, on 14 November 2023 at 17:13:20 there, inspected; `null` where Ruby raises. */
export function parseInNewYork(text: string): string | null {
  return withTimeZone('America/New_York', () => {
    const time = parseTime(text, localTimeAt(1_700_000_000));
    return time === null ? null : inspectTime(time);
  });
}
