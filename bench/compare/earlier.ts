import { areApart, median, spread } from '../statistics.js';
import { benchTable } from '../table/bench-table.js';
import { chooseCases } from '../table/cases.js';
import { type CaseFigures, type Figures, type ProgramFigures, readFigures } from '../table/figures.js';
import { shown } from '../table/print-table.js';
import type { ComparisonOptions } from './bench-comparison.js';

/** Measures the cases of an earlier run again, and lays the medians beside each other. */
export function compareWithEarlier(file: string, options: ComparisonOptions): Figures {
  const earlier = readFigures(file);
  const wanted = options.only ?? earlier.cases.map(({ name }) => name);
  const posts = options.posts ?? blogsIn(earlier);
  const chosen = chooseCases({ ...options, only: wanted, posts });
  const now = benchTable({ ...options, only: chosen.map(({ name }) => name), posts, json: null });
  console.log(
    `\nBeside ${file}, of ${earlier.machine.measured}, ${earlier.machine.commit ?? 'no commit'}:\n`,
  );
  printLine('', ['', 'earlier', 'now', 'times', 'processor', '']);
  for (const row of now.cases)
    printRows(
      row,
      earlier.cases.find(({ name }) => name === row.name),
    );
  console.log(
    `\nMedians of the clock, and in brackets by which factor runs of one time differ; the last word is by them. Runs of different times say little, for nobody knows what else the machine did${changesOf(earlier, now)}: \`npm run bench -- compare FOLDER\` takes turns.`,
  );
  return now;
}

/** Sizes that the earlier run had. */
function blogsIn({ cases }: Figures): number[] {
  return cases.flatMap(({ name }) => (name.startsWith('blog-') ? [Number(name.slice(5))] : []));
}

function printRows(now: CaseFigures, earlier: CaseFigures | undefined): void {
  for (const [program, cell] of Object.entries(now.programs)) {
    const before = earlier?.programs[program];
    if (!before?.median || !cell.median) continue;
    printLine(now.title, [
      program,
      told(before, now.unit),
      told(cell, now.unit),
      times(before.median.wall, cell.median.wall),
      times(before.median.cpu, cell.median.cpu),
      judged(before, cell),
    ]);
  }
}

function told({ median: middle, runs }: ProgramFigures, unit: CaseFigures['unit']): string {
  return `${shown(middle!.wall, unit)} (${spread(runs.map(({ wall }) => wall)).toFixed(2)})`;
}

/** A difference within what runs of one time differ by is none; a larger one may be the machine's. */
function judged(before: ProgramFigures, now: ProgramFigures): string {
  const [one, two] = [before, now].map(({ runs }) => runs.map(({ wall }) => wall));
  if (!areApart(one!, two!)) return 'within the noise';
  return median(two!) < median(one!) ? 'less' : 'more';
}

/** `-` where a copy took no time that the clock shows. */
function times(before: number, now: number): string {
  return before === 0 ? '-' : (now / before).toFixed(2);
}

function changesOf(earlier: Figures, now: Figures): string {
  const changes = (['node', 'platform', 'processor', 'processors'] as const).filter(
    (key) => earlier.machine[key] !== now.machine[key],
  );
  const programs = Object.entries(now.versions).flatMap(([name, version]) => {
    const before = earlier.versions[name];
    return before === undefined || before === version ? [] : [name];
  });
  const all = [...changes, ...programs];
  return all.length === 0 ? '' : `, and other than then are ${all.join(', ')}`;
}

function printLine(title: string, [program, before, now, wall, cpu, verdict]: readonly string[]): void {
  console.log(
    `${title.padEnd(26)}${program!.padEnd(14)}${before!.padStart(16)}${now!.padStart(16)}${wall!.padStart(8)}${cpu!.padStart(11)}  ${verdict}`.trimEnd(),
  );
}
