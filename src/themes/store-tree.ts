/** Puts unpacked files into the cache, whole or not at all. */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  type Dirent,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { joinPaths } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { TreeHash } from './archive/tree-hash.js';
import type { UnpackedFile } from './archive/unpacked-file.js';
import { type TreeNotes, writeTreeNotes } from './tree-notes.js';

/** A tree that was stored. */
export interface StoredTree {
  readonly path: string;
  /** Hash of its paths, modes and bytes. */
  readonly tree: string;
  readonly files: number;
  /** In bytes. */
  readonly size: number;
}

/** Folders that a build which was killed left lying go after this time, in milliseconds: a day. */
const STALE = 86_400_000;

/**
 * Stores files in a folder of the cache.
 *
 * @param place where they go, by the hash of all of them; what is there already stays
 * @param notes what is known of them once they are all there
 */
export async function storeTree(
  files: AsyncIterable<UnpackedFile>,
  parent: string,
  place: (tree: string) => string,
  notes: () => TreeNotes,
): Promise<StoredTree> {
  mkdirSync(parent, { recursive: true });
  removeStale(parent);
  const temporary = joinPaths(parent, `.new-${process.pid}-${randomUUID()}`);
  mkdirSync(temporary, { mode: 0o700 });
  try {
    const stored = await unpackInto(temporary, files);
    writeTreeNotes(temporary, notes());
    const path = place(stored.tree);
    makeReadOnly(temporary);
    moveInto(temporary, path);
    return { path, ...stored };
  } finally {
    removeTree(temporary);
  }
}

/** Writes files below a folder; what that came to. */
export async function unpackInto(
  folder: string,
  files: AsyncIterable<UnpackedFile>,
): Promise<Omit<StoredTree, 'path'>> {
  const hash = new TreeHash();
  let [count, size] = [0, 0];
  for await (const file of files) {
    const path = joinPaths(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes, { mode: file.isExecutable ? 0o755 : 0o644, flag: 'wx' });
    hash.add(file);
    count += 1;
    size += file.bytes.length;
  }
  return { tree: hash.digest(), files: count, size };
}

/** Another process may have been quicker: what it put there has the same hash. */
function moveInto(temporary: string, path: string): void {
  if (isDirectory(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  try {
    renameSync(temporary, path);
    chmodSync(path, 0o555);
  } catch (error) {
    if (!isDirectory(path)) throw error;
  }
}

/** All but the folder itself, which could not be moved. */
function makeReadOnly(folder: string): void {
  for (const entry of entriesIn(folder)) {
    const path = joinPaths(folder, entry.name);
    if (entry.isDirectory()) makeReadOnly(path);
    chmodSync(path, statSync(path).mode & 0o555);
  }
}

/** Removes a tree of the cache, read-only as it is; nothing there is well, too. */
export function removeTree(folder: string): void {
  if (!isDirectory(folder)) return;
  makeWritable(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Lets the user write to a folder and to all files and folders in it. */
export function makeWritable(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o700);
  for (const entry of entriesIn(folder)) {
    const path = joinPaths(folder, entry.name);
    if (entry.isDirectory()) makeWritable(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o200);
  }
}

function entriesIn(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

function removeStale(parent: string): void {
  for (const { name } of entriesIn(parent)) {
    const path = joinPaths(parent, name);
    if (name.startsWith('.new-') && Date.now() - statSync(path).mtimeMs > STALE) removeTree(path);
  }
}
