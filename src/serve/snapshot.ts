/** All files of a site at one moment: what changes until the watcher is ready is found by comparing. */
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { joinPaths, slashed } from '../ruby/file-path.js';
import { type FileMark, isAsMarked, markOf } from './file-mark.js';
import { type Watched, watchedPaths, watchStarts } from './watch.js';

/** By absolute path. */
export type Snapshot = ReadonlyMap<string, FileMark>;

/** Looks at every file that is watched. */
export function takeSnapshot(watched: Watched): Snapshot {
  return new Map(filesOf(watched).map((path) => [path, markOf(path)]));
}

/** The files that are not as they were, those that came and went included. */
export function changesSince(snapshot: Snapshot, watched: Watched): readonly string[] {
  const changed = [...snapshot].filter(([path, mark]) => !isAsMarked(path, mark)).map(([path]) => path);
  return [...changed, ...filesOf(watched).filter((path) => !snapshot.has(path))];
}

function filesOf(watched: Watched): readonly string[] {
  const isWatched = watchedPaths(watched);
  const files: string[] = [];
  // By inode: links may lead in a circle.
  const seen = new Set<string>();
  const visitFolder = (path: string, { dev, ino }: Stats): void => {
    if (seen.has(`${dev} ${ino}`)) return;
    seen.add(`${dev} ${ino}`);
    for (const entry of entriesOf(path)) {
      const inner = joinPaths(path, entry.name);
      if (!isWatched(inner)) continue;
      if (entry.isFile()) files.push(inner);
      else visit(inner);
    }
  };
  const visit = (path: string): void => {
    const stats = statOf(path);
    if (stats?.isFile()) files.push(path);
    if (stats?.isDirectory()) visitFolder(path, stats);
  };
  for (const start of watchStarts(watched.config)) {
    const path = slashed(start);
    if (isWatched(path)) visit(path);
  }
  return files;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A link in a circle, a folder that is closed to us: no file to watch.
    return undefined;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone, or closed to us: no file to watch.
    return [];
  }
}
