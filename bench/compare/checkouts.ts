/**
 * This checkout beside another one. Runs of both alternate, and what is told is the ratio of each pair: what else the machine did then, it
 * did to both. Each second pair begins with the other one, so that being first helps neither.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Cost } from '../cost.js';
import { type MedianInterval, median, medianInterval, type Verdict, verdictOf } from '../statistics.js';
import type { Case, Contender } from '../table/case.js';
import { chooseCases } from '../table/cases.js';
import { commitOf, type Machine, machine } from '../table/figures.js';
import { inFolder } from '../table/measure.js';
import { shown } from '../table/print-table.js';
import type { ComparisonOptions } from './bench-comparison.js';

/** What `--json` writes. */
export interface Comparison {
  readonly machine: Machine;
  /** The other's folder and commit. */
  readonly other: { readonly folder: string; readonly commit: string | null };
  readonly cases: readonly CaseComparison[];
}

/** A row. */
export interface CaseComparison {
  readonly name: string;
  readonly wall: RatioFigures;
  readonly cpu: RatioFigures;
  readonly pairs: readonly Pair[];
}

/** What ratios of this to the other say: 0.9 is a tenth less. */
export interface RatioFigures {
  readonly median: number;
  /** Where the median lies, in 95 of 100 cases. */
  readonly interval: MedianInterval | null;
  readonly verdict: Verdict;
}

/** Two runs, one right after the other. */
export interface Pair {
  readonly mine: Cost;
  readonly other: Cost;
}

export function compareCheckouts(folder: string, options: ComparisonOptions): Comparison {
  const root = resolve(folder);
  if (!existsSync(join(root, 'lib/cli.cjs'))) {
    throw new Error(`${folder} is no checkout that is compiled: \`npm ci\` there does that.`);
  }
  const chosen = chooseCases(options);
  const before = machine();
  const other = { folder: root, commit: commitOf(root) };
  console.log(`This checkout, ${before.commit ?? 'without a commit'}, beside ${other.commit ?? folder}`);
  printLine('', ['this', 'other', 'wall', '', '', 'processor', '', '']);
  const cases: CaseComparison[] = [];
  for (const one of chosen) {
    try {
      const row = compareCase(one, root, options.pairs);
      cases.push(row);
      printRow(one, row);
    } catch (error) {
      // Another version may not be able to do it.
      console.log(`${one.title}: ${(error as Error).message}`);
    }
  }
  console.log(
    `\n${options.pairs} pairs of runs of each; the median of their ratios, this to the other, and where it lies in 95 of 100 cases. Of twenty verdicts, one may be chance.`,
  );
  return { machine: before, other, cases };
}

function compareCase(one: Case, root: string, count: number): CaseComparison {
  return inFolder((folder) => {
    const checkouts = { mine: process.cwd(), other: root };
    const contenders = one.prepare(folder, { checkouts, peers: [], renderers: [], hasCopy: false });
    const [mine, other] = contenders as [Contender, Contender];
    // For the disk, and for V8's code.
    for (const { run } of contenders) run();
    const pairs = Array.from({ length: count }, (_, index) => {
      if (index % 2 === 0) return { mine: mine.run(), other: other.run() };
      const first = other.run();
      return { mine: mine.run(), other: first };
    });
    return { name: one.name, wall: ratiosOf(pairs, 'wall'), cpu: ratiosOf(pairs, 'cpu'), pairs };
  });
}

function ratiosOf(pairs: readonly Pair[], key: 'wall' | 'cpu'): RatioFigures {
  const ratios = pairs.map(({ mine, other }) => mine[key] / other[key]);
  return { median: median(ratios), interval: medianInterval(ratios), verdict: verdictOf(ratios) };
}

function printRow({ title, unit }: Case, { wall, cpu, pairs }: CaseComparison): void {
  const middle = (key: keyof Pair): string =>
    `${shown(median(pairs.map((pair) => pair[key].wall)), unit)} ${unit}`;
  printLine(title, [middle('mine'), middle('other'), ...cells(wall), ...cells(cpu)]);
}

function cells({ median: ratio, interval, verdict }: RatioFigures): string[] {
  const range = interval === null ? '' : `${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`;
  return [ratio.toFixed(3), range, verdict];
}

function printLine(title: string, cells: readonly string[]): void {
  const [mine, other, ...ratios] = cells;
  const columns = ratios.map((cell, index) =>
    index % 3 === 0 ? cell.padStart(11) : cell.padEnd([0, 11, 24][index % 3]!),
  );
  console.log(
    `${title.padEnd(26)}${mine!.padStart(13)}${other!.padStart(13)}${columns.join('  ')}`.trimEnd(),
  );
}
