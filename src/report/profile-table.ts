/** The tables of `--profile`, as Jekyll prints them (4.4.1, `Profiler` and `LiquidRenderer::Table`). */

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
  const phaseRows = Object.entries(phases).map(([name, spent]) => [
    name.toUpperCase(),
    (spent / 1000).toFixed(4),
  ]);
  const templateRows = [...templates]
    .sort(([, a], [, b]) => b.total - a.total)
    .slice(0, MOST_ROWS)
    .map(([path, { count, bytes, total }]) => [
      path,
      String(count),
      `${(bytes / 1024).toFixed(2)}K`,
      (total / 1000).toFixed(3),
    ]);
  return [
    '\nBuild Process Summary:\n',
    tabulate(['PHASE', 'TIME'], phaseRows),
    '\nSite Render Stats:\n',
    tabulate(['Filename', 'Count', 'Bytes', 'Time'], templateRows),
  ].join('\n');
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
