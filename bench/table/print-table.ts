import type { Cost } from '../cost.js';
import { median, spread } from '../statistics.js';
import type { Field, Unit } from './case.js';
import type { CaseFigures, Figures } from './figures.js';

/** Characters of the first column, and of each other one. */
const [TITLE, CELL] = [26, 16];

/** Prints rows as they come, under a head for each unit. */
export class TablePrinter {
  readonly #field: Field;
  readonly #versions: Figures['versions'];
  readonly #print: (line: string) => void;
  #unit: Unit | null = null;

  constructor(field: Field, versions: Figures['versions'], print: (line: string) => void) {
    this.#field = field;
    this.#versions = versions;
    this.#print = print;
  }

  row({ title, unit, programs }: CaseFigures): void {
    const columns = this.#columnsOf(unit);
    if (unit !== this.#unit) this.#head(unit, columns);
    const [first] = columns;
    for (const [key, name] of [
      ['wall', title],
      ['cpu', '  processor'],
    ] as const) {
      const ours = programs[first!]?.median?.[key] ?? Number.NaN;
      const cells = columns.map((column) => {
        const cell = programs[column];
        if (cell === undefined) return '-';
        if (cell.median === null) return 'failed';
        const value = shown(cell.median[key], unit);
        return column === first ? value : `${value} ×${times(cell.median[key] / ours)}`;
      });
      const memory = key === 'wall' ? programs[first!]?.median?.memory : undefined;
      this.#line(name, cells, memory?.toFixed(0) ?? '');
    }
  }

  #columnsOf(unit: Unit): string[] {
    const { checkouts, hasCopy, peers, renderers } = this.#field;
    const others = unit === 's' ? [...(hasCopy ? ['copy'] : []), ...namesOf(peers)] : namesOf(renderers);
    return [Object.keys(checkouts)[0]!, ...others];
  }

  #head(unit: Unit, columns: readonly string[]): void {
    if (this.#unit !== null) this.#print('');
    this.#unit = unit;
    this.#line(unit === 's' ? 'seconds' : 'microseconds a kilobyte', columns, unit === 's' ? 'our MiB' : '');
    this.#line(
      '',
      columns.map((name) => this.#versions[name] ?? ''),
      '',
    );
  }

  #line(title: string, cells: readonly string[], last: string): void {
    const line = title.padEnd(TITLE) + cells.map((cell) => cell.padStart(CELL)).join('') + last.padStart(10);
    this.#print(line.trimEnd());
  }
}

/** What the table must be read with. */
export function noteOf(cases: readonly CaseFigures[], runs: number): string {
  const spreads = cases
    .flatMap(({ programs }) => Object.values(programs))
    .filter((cell) => cell.runs.length > 1)
    .map((cell) => spread(cell.runs.map(({ wall }: Cost) => wall)));
  const noise =
    spreads.length === 0
      ? 'One run of each: nothing is known of the noise.'
      : `Runs of a cell differ by a factor of ${median(spreads).toFixed(2)} in the middle and ${Math.max(...spreads).toFixed(2)} at most: smaller differences say little.`;
  return `Medians of ${runs} ${runs === 1 ? 'run' : 'runs'} that take turns; × means times ours. ${noise}`;
}

function namesOf(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name);
}

/** Seconds with two digits, microseconds with one. */
export function shown(value: number, unit: Unit): string {
  return value.toFixed(unit === 's' ? 2 : 1);
}

/** With two digits that count, e.g. 12.3, 1.2, 0.12 and 0.012. */
function times(ratio: number): string {
  return ratio.toFixed(ratio >= 1 ? 1 : ratio >= 0.1 ? 2 : 3);
}
