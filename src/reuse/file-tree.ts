/** Trees of files by their stamps. */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileStamp } from '../model/source-file.js';
import { isSettled, stampOf } from './file-stamp.js';

/**
 * What is there, by absolute path: a file or folder by its stamp, `null` for nothing; a folder that was changed just now by the names in
 * it.
 */
export type FileTree = ReadonlyMap<string, FileStamp | string | null>;

/** A tree of more entries is not looked at as a whole. */
const MOST_ENTRIES = 200_000;

/** How a tree is read. */
export interface TreeRules {
  /** What was changed later than shortly before this may have been changed after it was looked at; milliseconds since 1970. */
  readonly moment: number;
  /** Paths that come and go with builds. */
  readonly made: readonly string[];
  /** Whether nobody looks into a path. */
  readonly isLeftOut: (path: string) => boolean;
  /** Stamps that were taken already. */
  readonly known: (path: string) => FileStamp | undefined;
  /** Whether a folder that was changed lately is known to hold what it held. */
  readonly holdsTheSame: (folder: string) => boolean;
}

/** The folders and files below some paths; `null` where that does not tell all: with links, and with what was changed too late. */
export function readTree(starts: readonly string[], rules: TreeRules): FileTree | null {
  const { moment, made, isLeftOut, known, holdsTheSame } = rules;
  const tree = new Map<string, FileStamp | string | null>();
  const addFile = (path: string, stamp: FileStamp): boolean => {
    tree.set(path, stamp);
    return isSettled(stamp, moment) && tree.size <= MOST_ENTRIES;
  };
  const addFolder = (folder: string): boolean => {
    const stamp = stampOf(statSync(folder));
    const isFine = isSettled(stamp, moment) || holdsTheSame(folder);
    tree.set(folder, isSettled(stamp, moment) ? stamp : namesIn(folder, made));
    return isFine;
  };
  const visit = (folder: string): boolean => {
    if (tree.has(folder) || isLeftOut(folder)) return true;
    if (!addFolder(folder)) return false;
    return readdirSync(folder, { withFileTypes: true }).every((entry) => {
      const path = `${folder}/${entry.name}`;
      if (isLeftOut(path)) return true;
      if (entry.isDirectory()) return visit(path);
      return entry.isFile() && addFile(path, known(path) ?? stampOf(statSync(path)));
    });
  };
  const isWhole = starts.every((start) => {
    const stats = lstatSync(start, { throwIfNoEntry: false });
    if (stats === undefined) tree.set(start, null);
    return (
      stats === undefined ||
      (stats.isDirectory() ? visit(start) : stats.isFile() && addFile(start, stampOf(stats)))
    );
  });
  return isWhole ? tree : null;
}

/** The names in a folder, as one text. @param made paths that do not count */
export function namesIn(folder: string, made: readonly string[]): string {
  const names = readdirSync(folder).filter((name) => !made.includes(join(folder, name)));
  return names.sort().join('\0');
}
