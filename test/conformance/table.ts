/** Counts of one topic of an area. */
export interface Row {
  readonly area: string;
  readonly topic: string;
  readonly total: number;
  readonly exact: number;
  /** Cases that differ only in the highlighter's token spans; part of `total`, not of `exact`. */
  readonly spans: number;
}

/** The table `npm run conformance` prints: a line a topic, a sum an area. */
export function formatTable(rows: readonly Row[], withTopics: boolean): string {
  const areas = [...new Set(rows.map((row) => row.area))];
  const lines = areas.flatMap((area) => {
    const own = rows.filter((row) => row.area === area);
    return [...(withTopics ? own : []), sum(area, own)];
  });
  const cells = lines.map((row) => [
    row.area,
    row.topic,
    `${row.exact}`,
    `${row.spans}`,
    `${row.total}`,
    percent(row),
  ]);
  return align([['area', 'topic', 'exact', 'spans only', 'total', '%'], ...cells]);
}

/** The counts of an area over all its topics. */
export function sum(area: string, rows: readonly Row[]): Row {
  const add = (key: 'total' | 'exact' | 'spans'): number => rows.reduce((total, row) => total + row[key], 0);
  return { area, topic: 'all', total: add('total'), exact: add('exact'), spans: add('spans') };
}

function percent(row: Row): string {
  return ((100 * row.exact) / row.total).toFixed(1);
}

/** Columns side by side: first so many with text, then numbers, which go to the right. */
export function align(rows: readonly (readonly string[])[], textColumns = 2): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isText = (column: number): boolean => column < textColumns;
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
