/** Two outputs of a site compared by what they mean, so that whoever moves sees at a glance what differs and how often. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, changesBetween } from './changes.js';
import { type Meaningless, meaninglessDifferences, normalize } from './meanings.js';

/** Files that differ in the same way. */
export interface Cluster {
  /** `text` for what a reader sees or a browser does otherwise; `bytes` for files that are no text. */
  readonly kind: Meaningless | 'text' | 'bytes';
  /** Paths from the folders on, in order. */
  readonly files: readonly string[];
  /** How often it comes up in them. */
  readonly count: number;
  /** The first of it; `null` where there is nothing to show. */
  readonly example: Change | null;
}

/** What came out. */
export interface Comparison {
  readonly same: number;
  readonly onlyInOld: readonly string[];
  readonly onlyInNew: readonly string[];
  /** What means nothing first, then the most frequent first. */
  readonly clusters: readonly Cluster[];
}

/** @param list the paths of a folder's files */
export function compareFolders(
  old: string,
  now: string,
  list: (folder: string) => readonly string[],
): Comparison {
  const [oldFiles, newFiles] = [new Set(list(old)), new Set(list(now))];
  const common = [...oldFiles].filter((path) => newFiles.has(path)).sort();
  const clusters = new Map<string, GrowingCluster>();
  let same = 0;
  for (const path of common) {
    const [before, after] = [readFileSync(join(old, path)), readFileSync(join(now, path))];
    if (before.equals(after)) same++;
    else for (const found of differencesOf(before, after)) addTo(clusters, path, found);
  }
  return {
    same,
    onlyInOld: [...oldFiles].filter((path) => !newFiles.has(path)).sort(),
    onlyInNew: [...newFiles].filter((path) => !oldFiles.has(path)).sort(),
    clusters: [...clusters.values()]
      .map(({ files, ...rest }) => ({ ...rest, files: [...files] }))
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.count - a.count),
  };
}

/** Whether all that differs means nothing. */
export function meansTheSame({ onlyInOld, onlyInNew, clusters }: Comparison): boolean {
  const isRead = clusters.some(({ kind }) => kind === 'text' || kind === 'bytes');
  return !isRead && onlyInOld.length + onlyInNew.length === 0;
}

const KINDS: readonly Cluster['kind'][] = [
  'white space',
  'time stamps',
  'attribute order',
  'highlighting',
  'text',
  'bytes',
];

interface GrowingCluster extends Omit<Cluster, 'files'> {
  readonly files: Set<string>;
  count: number;
}

interface Difference {
  readonly kind: Cluster['kind'];
  readonly change: Change | null;
}

function addTo(clusters: Map<string, GrowingCluster>, path: string, { kind, change }: Difference): void {
  const key = kind === 'text' && change !== null ? `text\0${patternOf(change)}` : kind;
  const cluster = clusters.get(key);
  if (cluster === undefined) {
    clusters.set(key, { kind, files: new Set([path]), count: 1, example: change });
  } else {
    cluster.files.add(path);
    cluster.count++;
  }
}

function differencesOf(before: Buffer, after: Buffer): Difference[] {
  if (before.includes(0) || after.includes(0)) return [{ kind: 'bytes', change: null }];
  const [old, now] = [before.toString('utf8'), after.toString('utf8')];
  const kinds = meaninglessDifferences(old, now);
  if (kinds !== null) {
    const change = changesBetween(old, now)?.[0] ?? null;
    // Each alone would do, as of a space within a time.
    return (kinds.length > 0 ? kinds : (['white space'] as const)).map((kind) => ({ kind, change }));
  }
  const changes = changesBetween(old, now)?.filter((one) => normalize(one.old) !== normalize(one.now));
  if (changes === undefined || changes.length === 0) return [{ kind: 'text', change: null }];
  return changes.map((change) => ({ kind: 'text', change }));
}

/** Numbers, and all but the beginnings of what was replaced, do not tell one kind of difference from another. */
function patternOf({ old, now }: Change): string {
  const short = (text: string): string => normalize(text).replace(/\d+/g, '0').slice(0, 60);
  return `${short(old)}\0${short(now)}`;
}
