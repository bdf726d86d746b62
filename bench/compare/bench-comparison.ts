import { statSync, writeFileSync } from 'node:fs';
import type { TableOptions } from '../table/bench-table.js';
import { compareCheckouts } from './checkouts.js';
import { compareWithEarlier } from './earlier.js';

/** What is compared, and how. */
export interface ComparisonOptions extends TableOptions {
  /** How many pairs of runs there are of a case. */
  readonly pairs: number;
}

/** Compares this checkout with another one, or with figures of an earlier run, and prints a row for each case. */
export function benchComparison(other: string, options: ComparisonOptions): void {
  const isFolder = statSync(other).isDirectory();
  const result = isFolder ? compareCheckouts(other, options) : compareWithEarlier(other, options);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}
