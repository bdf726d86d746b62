/** The tables of `--profile`: Jekyll's (4.4.1, `Profiler` and `LiquidRenderer::Table`), and what is behind their figures. */

/** What one template cost. */
export interface TemplateTotals {
  /** Renderings. */
  readonly count: number;
  /** Bytes written. */
  readonly bytes: number;
  /** Milliseconds, those of its includes counted. */
  readonly total: number;
  /** Of these, milliseconds inside the templates it includes. */
  readonly includes: number;
  /** Milliseconds inside filters, by name. */
  readonly filters: ReadonlyMap<string, number>;
}

/** Jekyll shows the fifty templates that cost most. */
const MOST_ROWS = 50;

/** @param phases milliseconds by name, in the order in which they ran */
export function profileTables(
  phases: Readonly<Record<string, number>>,
  templates: ReadonlyMap<string, TemplateTotals>,
): string {
  const costliest = [...templates].sort(([, a], [, b]) => b.total - a.total).slice(0, MOST_ROWS);
  return [
    '\nBuild Process Summary:\n',
    tabulate(['PHASE', 'TIME'], phaseRows(phases)),
    '\nSite Render Stats:\n',
    tabulate(['Filename', 'Count', 'Bytes', 'Time'], templateRows(costliest)),
    '\nWithout what they include, and without filters:\n',
    tabulate(['Filename', 'Count', 'Itself', 'Includes', 'Filters', 'Time'], ownRows(templates)),
    '\nFilters, without those before them:\n',
    tabulate(['Filter', 'Templates', 'Time'], filterRows(templates)),
  ].join('\n');
}

function phaseRows(phases: Readonly<Record<string, number>>): string[][] {
  const rows = Object.entries(phases).map(([name, spent]) => [name.toUpperCase(), (spent / 1000).toFixed(4)]);
  return [...rows, ['TOTAL TIME', (sumOf(Object.values(phases)) / 1000).toFixed(4)]];
}

type NamedTotals = readonly [path: string, totals: TemplateTotals];

function templateRows(templates: readonly NamedTotals[]): string[][] {
  const row = (name: string, count: number, bytes: number, total: number): string[] => [
    name,
    String(count),
    `${(bytes / 1024).toFixed(2)}K`,
    seconds(total),
  ];
  const totals = templates.map(([, one]) => one);
  return [
    ...templates.map(([path, { count, bytes, total }]) => row(path, count, bytes, total)),
    row(
      `TOTAL (for ${templates.length} files)`,
      sumOf(totals.map(({ count }) => count)),
      sumOf(totals.map(({ bytes }) => bytes)),
      sumOf(totals.map(({ total }) => total)),
    ),
  ];
}

function ownRows(templates: ReadonlyMap<string, TemplateTotals>): string[][] {
  const all = Array.from(templates, ([path, totals]) => {
    const filters = sumOf([...totals.filters.values()]);
    return { path, ...totals, filters, own: totals.total - totals.includes - filters };
  });
  return all
    .sort((a, b) => b.own - a.own)
    .slice(0, MOST_ROWS)
    .map(({ path, count, own, includes, filters, total }) => [
      path,
      String(count),
      ...[own, includes, filters, total].map(seconds),
    ]);
}

function filterRows(templates: ReadonlyMap<string, TemplateTotals>): string[][] {
  const sums = new Map<string, { templates: number; spent: number }>();
  for (const [name, spent] of [...templates.values()].flatMap(({ filters }) => [...filters])) {
    const before = sums.get(name) ?? { templates: 0, spent: 0 };
    sums.set(name, { templates: before.templates + 1, spent: before.spent + spent });
  }
  return [...sums]
    .sort(([, a], [, b]) => b.spent - a.spent)
    .slice(0, MOST_ROWS)
    .map(([name, { templates, spent }]) => [name, String(templates), seconds(spent)]);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** The same figures, and those by filter, for other programs (`profile: json`): one object, milliseconds. */
export function profileJson(
  phases: Readonly<Record<string, number>>,
  templates: ReadonlyMap<string, TemplateTotals>,
): string {
  const costs = [...templates].map(([path, { filters, ...totals }]) => [
    path,
    { ...totals, filters: Object.fromEntries(filters) },
  ]);
  return JSON.stringify({ phases, templates: Object.fromEntries(costs) });
}

/** The first column to the left, the others to the right. */
function tabulate(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  return [line(header), rule, ...rows.map(line), ''].join('\n');
}
