/** Where a statement or an arm of a branch stands; an `else` that is not written has no place. */
interface Range {
  readonly start: { readonly line?: number; readonly column?: number };
}

/** What a run executed of one file: the part we read of Istanbul's format, in which vitest reports. */
export interface FileCounts {
  readonly statementMap: Readonly<Record<string, Range>>;
  readonly branchMap: Readonly<
    Record<string, { readonly type: string; readonly loc: Range; readonly locations: readonly Range[] }>
  >;
  /** How often each statement was executed. */
  readonly s: Readonly<Record<string, number>>;
  /** How often each arm of a branch was taken. */
  readonly b: Readonly<Record<string, readonly number[]>>;
}

/** Counts by the file's absolute path. */
export type Counts = Readonly<Record<string, FileCounts>>;

/** How much of some files was executed. */
export interface Share {
  readonly lines: number;
  readonly linesHit: number;
  readonly branches: number;
  readonly branchesHit: number;
}

/**
 * Adds what other runs executed. Statements and branches meet by where they start: compilers agree on that, and not always on where
 * they end. What only the other runs know of is left out, so that both have the same total.
 */
export function addCounts(file: FileCounts, others: readonly FileCounts[]): FileCounts {
  const statements = new Map<string, number>();
  const arms = new Map<string, readonly number[]>();
  for (const other of others) {
    for (const [id, range] of Object.entries(other.statementMap)) {
      const place = placeOf(range);
      statements.set(place, (statements.get(place) ?? 0) + other.s[id]!);
    }
    for (const [id, branch] of Object.entries(other.branchMap)) {
      const place = placeOfBranch(branch);
      arms.set(place, addEach(other.b[id]!, arms.get(place)));
    }
  }
  return {
    ...file,
    s: mapValues(file.s, (count, id) => count + (statements.get(placeOf(file.statementMap[id]!)) ?? 0)),
    b: mapValues(file.b, (own, id) => addEach(own, arms.get(placeOfBranch(file.branchMap[id]!)))),
  };
}

function placeOf({ start }: Range): string {
  return `${start.line}:${start.column}`;
}

function placeOfBranch({ type, loc, locations }: FileCounts['branchMap'][string]): string {
  return `${type} ${locations.length} ${placeOf(loc)}`;
}

function addEach(counts: readonly number[], more: readonly number[] = []): number[] {
  return counts.map((count, index) => count + (more[index] ?? 0));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** A line counts as executed when a statement that starts on it was. */
export function shareOf(files: readonly FileCounts[]): Share {
  const share = { lines: 0, linesHit: 0, branches: 0, branchesHit: 0 };
  for (const file of files) {
    const lines = linesOf(file);
    const arms = Object.values(file.b).flat();
    share.lines += lines.size;
    share.linesHit += [...lines.values()].filter(Boolean).length;
    share.branches += arms.length;
    share.branchesHit += arms.filter((count) => count > 0).length;
  }
  return share;
}

/** The lines on which statements start, and whether one of them was executed. */
export function linesOf(file: FileCounts): Map<number, boolean> {
  const lines = new Map<number, boolean>();
  for (const [id, { start }] of Object.entries(file.statementMap)) {
    const line = start.line!;
    lines.set(line, lines.get(line) === true || file.s[id]! > 0);
  }
  return lines;
}
