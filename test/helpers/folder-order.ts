/**
 * The order in which folders list their entries, which is the file system's affair. Packages that keep the functions which they found when
 * they were loaded go by the real one.
 */
import fs, { type Dirent } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Puts entries into an order; names, or entries with names. */
export type FolderOrder = <T extends string | Dirent>(entries: readonly T[]) => T[];

const asTheyCome: FolderOrder = (entries) => [...entries];

const current = { order: asTheyCome };

const { readdirSync } = fs;
fs.readdirSync = ((...args: Parameters<typeof readdirSync>) =>
  current.order(readdirSync(...args) as unknown as Dirent[])) as unknown as typeof readdirSync;
syncBuiltinESMExports();

/** Runs with folders in that order. */
export async function inFolderOrder<T>(order: FolderOrder, run: () => Promise<T>): Promise<T> {
  current.order = order;
  try {
    return await run();
  } finally {
    current.order = asTheyCome;
  }
}

/** Orders to try: by name, the other way round, and some that have no rule. */
export const FOLDER_ORDERS: readonly FolderOrder[] = [
  (entries) => entries.toSorted(byName),
  (entries) => entries.toSorted(byName).reverse(),
  ...[1, 2, 3, 4].map(
    (seed): FolderOrder =>
      (entries) =>
        entries.toSorted((a, b) => shuffleKey(nameOf(a), seed) - shuffleKey(nameOf(b), seed)),
  ),
];

function byName(a: string | Dirent, b: string | Dirent): number {
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

function nameOf(entry: string | Dirent): string {
  return typeof entry === 'string' ? entry : entry.name;
}

/** A number that has nothing to do with the order of names (FNV-1a). */
function shuffleKey(name: string, seed: number): number {
  let key = 2_166_136_261 ^ seed;
  for (const character of name) key = Math.imul(key ^ character.codePointAt(0)!, 16_777_619);
  return key >>> 0;
}
