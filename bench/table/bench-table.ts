import { writeFileSync } from 'node:fs';
import { type Choice, chooseCases } from './cases.js';
import { type CaseFigures, type Figures, machine } from './figures.js';
import { measureCase, versionsIn, wholeField } from './measure.js';
import { noteOf, TablePrinter } from './print-table.js';

/** What is measured, and how. */
export interface TableOptions extends Choice {
  readonly runs: number;
  /** Where the figures go; `null` for nowhere. */
  readonly json: string | null;
}

/** Measures the cases with all programs that are installed, and prints a row for each. */
export function benchTable(options: TableOptions): Figures {
  const chosen = chooseCases(options);
  const before = machine();
  const field = wholeField();
  const versions = versionsIn(field);
  const printer = new TablePrinter(field, versions, (line) => console.log(line));
  // For the disk, and for V8's code.
  if (chosen.some(({ unit }) => unit === 's')) {
    measureCase(chooseCases({ only: ['blog-3'], posts: [3], isLarge: false })[0]!, field, 1);
  }
  const cases: CaseFigures[] = [];
  const figures: Figures = { machine: before, versions, cases };
  for (const one of chosen) {
    const row = measureCase(one, field, options.runs);
    cases.push(row);
    printer.row(row);
    // After each row: a table of an hour may be stopped.
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
  console.log(`\n${noteOf(cases, options.runs)}`);
  return figures;
}
