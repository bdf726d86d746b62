import type { BuildResult } from '../../build.js';
import type { Reporter } from '../../report/logger.js';
import { type RunSummary, summarizeRuns } from '../../reuse/explain-turns.js';
import { reasonOf } from '../explain/explanation.js';

/** So many reasons are shown; of the rest the number. */
const SHOWN = 10;

/** Tells how many pages a build took over, and how many it rendered for which reason. */
export function tellRuns(result: BuildResult, reporter: Reporter): void {
  for (const [topic, message] of linesOf(runsOf(result))) reporter.info(topic, message);
}

/** The same in numbers. */
export function runsOf({ rendered }: Pick<BuildResult, 'rendered'>): RunSummary {
  return summarizeRuns(
    rendered.flatMap(({ turns, reuse }) => [...turns.keys()].map((id) => [id, reasonOf(id, reuse)] as const)),
  );
}

function linesOf({ reused, rendered, reasons }: RunSummary): [topic: string, message: string][] {
  const shown = reasons.slice(0, SHOWN).map(({ reason, count }) => `${count}: ${reason}`);
  const [first = '0', ...others] = shown;
  const more = reasons.length - shown.length;
  return [
    ['Taken over:', `${reused} of ${reused + rendered}`],
    ['Rendered:', first],
    ...others.map((line): [string, string] => ['', line]),
    ...(more > 0 ? [['', `and for ${more} more reasons`] satisfies [string, string]] : []),
  ];
}
