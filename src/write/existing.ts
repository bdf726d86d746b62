import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SeenFiles } from '../reuse/seen-files.js';
import { isDirectory } from '../ruby/file-test.js';
import { isStagingFolder } from './staging.js';

/** What stands at a path of the destination. A link is neither followed nor looked through. */
export type EntryKind = 'file' | 'folder' | 'link';

/**
 * Everything in the destination by path relative to it, folders before what is in them; nothing when it is not there. What builds put
 * there for as long as they run does not count.
 *
 * @param seen what is known of it already: regular files, and folders that hold any
 */
export function listExisting(destination: string, seen: SeenFiles | null = null): Map<string, EntryKind> {
  const entries = new Map<string, EntryKind>();
  if (!isDirectory(destination)) return entries;
  const visit = (folder: string): void => {
    const absolute = join(destination, folder);
    const known = folder === '' ? null : seen?.pathsIn(absolute);
    const start = absolute.length - folder.length;
    for (const whole of known ?? []) {
      const path = whole.slice(start);
      const isFolder = seen!.isFolder(whole);
      entries.set(path, isFolder ? 'folder' : 'file');
      if (isFolder) visit(path);
    }
    if (known) return;
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === '' && isStagingFolder(entry.name)) continue;
      const kind = kindOf(entry);
      entries.set(path, kind);
      if (kind === 'folder') visit(path);
    }
  };
  visit('');
  return entries;
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isDirectory() ? 'folder' : 'file';
}

/** All folders above any of the paths. */
export function foldersAboveAll(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  let last = '';
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    // Most lie beside the one before.
    if (end === last.length && path.startsWith(last)) continue;
    if (end > 0) last = path.slice(0, end);
    for (let slash = end; slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      // Those above it are known, too.
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** The folders above a path, outermost first: `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}
