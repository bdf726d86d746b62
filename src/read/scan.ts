/**
 * Lists folders. fast-glob walks; which folders it enters and which entries it sees is decided here, in the function through
 * which it reads each folder, so that nothing below an excluded folder is ever looked at.
 */
import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import fastGlob from 'fast-glob';
import { compareStrings } from '../ruby/compare.js';
import { joinPaths, pathWithin, slashed } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { unreadable } from './file-reader.js';

/** One entry of a walk. */
export interface ScannedEntry {
  /** Relative to the folder walked, e.g. `docs/a.md`. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** What a walk sees. */
export interface ScanOptions {
  /** Whether an entry counts; a folder that does not is not entered. */
  readonly accepts: (name: string, folder: string) => boolean;
  /** Follow links to folders; a link back to a folder it lies in is left out. */
  readonly followsLinks: boolean;
}

/** Everything below a folder that counts, sorted by path; folders stand before what they hold. `[]` when there is no folder. */
export function scan(folder: string, options: ScanOptions): ScannedEntry[] {
  if (!isDirectory(folder)) return [];
  const entries = fastGlob.sync('**', {
    cwd: folder,
    dot: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: options.followsLinks,
    fs: { readdirSync: folderReader(folder, options) as unknown as typeof readdirSync },
  });
  const scanned = entries.map((entry) => ({ path: entry.path, isFolder: entry.dirent.isDirectory() }));
  return scanned.sort((a, b) => compareStrings(a.path, b.path));
}

/** `readdirSync` with the filter applied and links resolved to what they lead to. */
function folderReader(root: string, options: ScanOptions): (path: string) => Dirent[] {
  return (path) => {
    const folder = pathWithin(root, slashed(path));
    const relative = folder === root ? '' : folder;
    const entries: Dirent[] = [];
    for (const entry of listFolder(relative, path)) {
      if (!options.accepts(entry.name, relative)) continue;
      const seen = entry.isSymbolicLink() ? resolveLink(path, entry, options.followsLinks) : entry;
      if (seen) entries.push(seen);
    }
    return entries;
  };
}

/**
 * A folder's entries.
 *
 * @param relative its path for messages
 */
export function listFolder(relative: string, path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    throw unreadable(relative, slashed(path), cause);
  }
}

/** A link looks like what it leads to. A broken one stays a file, so that reading it says what is wrong. */
function resolveLink(path: string, link: Dirent, followsLinks: boolean): Dirent | null {
  const target = joinPaths(slashed(path), link.name);
  const isFolder = isDirectory(target);
  if (isFolder && (!followsLinks || leadsBack(path, target))) return null;
  return resolvedEntry(link, isFolder);
}

function leadsBack(path: string, target: string): boolean {
  const real = realpathSync(target);
  return `${realpathSync(path)}/`.startsWith(real === '/' ? real : `${real}/`);
}

function resolvedEntry(link: Dirent, isFolder: boolean): Dirent {
  return Object.assign(Object.create(link) as Dirent, {
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
    isSymbolicLink: () => false,
  });
}
