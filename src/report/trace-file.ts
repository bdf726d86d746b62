/** What ran when, for programs that draw it: Chrome, Perfetto and speedscope read this form, the Trace Event Format. */
import type { Span } from '../model/span.js';

/** One thread of one process: what lies inside something else in time is drawn below it. */
const PLACE = { pid: 1, tid: 1 };

/** @param spans in any order */
export function traceJson(spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const zero = sorted[0]?.start ?? 0;
  const events = sorted.map(({ kind, name, start, end }) =>
    JSON.stringify({
      name,
      cat: kind,
      ph: 'X',
      ts: microseconds(start - zero),
      dur: microseconds(end - start),
      ...PLACE,
    }),
  );
  return `{"traceEvents":[\n${events.join(',\n')}\n],"displayTimeUnit":"ms"}\n`;
}

function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}
