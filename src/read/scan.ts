/**
 * Lists folders. Which folders a walk enters and which entries it sees is decided as it reads each folder, so that nothing below
 * an excluded folder is ever looked at.
 */
import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { compareStrings } from '../ruby/compare.js';
import { joinPaths, slashed } from '../ruby/file-path.js';
import { isDirectory, isSpecialFile } from '../ruby/file-test.js';
import { isForbiddenBySafe } from '../site/safe-paths.js';
import { unreadable } from './file-reader.js';
import type { ReadContext } from './read-context.js';

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
  /** Told of what is neither a file nor a folder. */
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Whether a folder is there to be walked; one that `safe` forbids is told of. */
export function isReadable(
  folder: string,
  { config, reporter }: Pick<ReadContext, 'config' | 'reporter'>,
): boolean {
  if (!isDirectory(folder)) return false;
  const isForbidden = isForbiddenBySafe(folder, config);
  if (isForbidden) reporter.report(messages.outsideSkipped(folder));
  return !isForbidden;
}

/** Everything below a folder that counts, sorted by path; folders stand before what they hold. `[]` when there is no folder. */
export function scan(folder: string, options: ScanOptions): ScannedEntry[] {
  if (!isDirectory(folder)) return [];
  const entries: ScannedEntry[] = [];
  const folders = [''];
  for (let relative = folders.pop(); relative !== undefined; relative = folders.pop()) {
    for (const entry of readFolder(folder, relative, options)) {
      entries.push(entry);
      if (entry.isFolder) folders.push(entry.path);
    }
  }
  return entries.sort((a, b) => compareStrings(a.path, b.path));
}

/** The entries of one folder that count, links resolved to what they lead to. */
function readFolder(root: string, relative: string, options: ScanOptions): ScannedEntry[] {
  const path = relative === '' ? root : joinPaths(root, relative);
  const entries: ScannedEntry[] = [];
  for (const entry of listFolder(relative, path)) {
    if (!options.accepts(entry.name, relative)) continue;
    const kind = kindOf(entry, path, options);
    if (kind === null) continue;
    entries.push({
      path: relative === '' ? entry.name : `${relative}/${entry.name}`,
      isFolder: kind === 'folder',
    });
  }
  return entries;
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

/** What an entry is, a link what it leads to; `null` for what is left out. A broken link is a file: reading it says what is wrong. */
function kindOf(entry: Dirent, folder: string, options: ScanOptions): 'file' | 'folder' | null {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  const path = joinPaths(folder, entry.name);
  if (isSpecialFile(path)) {
    options.report(messages.specialFileSkipped(path));
    return null;
  }
  if (!isDirectory(path)) return 'file';
  return options.followsLinks && !leadsBack(folder, path) ? 'folder' : null;
}

function leadsBack(path: string, target: string): boolean {
  const real = realpathSync(target);
  return `${realpathSync(path)}/`.startsWith(real === '/' ? real : `${real}/`);
}
