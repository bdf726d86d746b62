/** The tables of ARCHITECTURE.md that users want to read, too. */
import { readFileSync } from 'node:fs';

/** A row of “Known differences”. */
export interface KnownDifference {
  /** What it belongs to, e.g. `Liquid`, `jekyll-toc`. */
  readonly area: string;
  readonly what: string;
  readonly reference: string;
  readonly here: string;
  readonly why: string;
}

/** In the order of the table. */
export function knownDifferences(): KnownDifference[] {
  return rowsUnder('Known differences', 5).map(([area, what, reference, here, why]) => ({
    area: area!,
    what: what!,
    reference: reference!,
    here: here!,
    why: why!,
  }));
}

/** What a gem's releases do differently, by gem. */
export function releasesOfGems(): ReadonlyMap<
  string,
  { readonly releases: string; readonly differs: string }
> {
  return new Map(
    rowsUnder('Releases of gems', 3).map(([gem, releases, differs]) => [
      gem!,
      { releases: releases!, differs: differs! },
    ]),
  );
}

/** @throws when a row has another number of cells: a `|` in one is written `\|` */
function rowsUnder(title: string, count: number): string[][] {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const start = text.indexOf(`\n## ${title}\n`);
  if (start < 0) throw new Error(`ARCHITECTURE.md has no section '${title}'.`);
  const end = text.indexOf('\n## ', start + 1);
  const lines = text.slice(start, end < 0 ? undefined : end).split('\n');
  const [, , ...rows] = lines.filter((line) => line.startsWith('|'));
  return rows.map((line) => {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    if (cells.length !== count)
      throw new Error(`ARCHITECTURE.md has a row of ${cells.length} cells: ${line}`);
    return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
  });
}
