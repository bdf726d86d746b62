/** Where what a site wants lies on this machine: nothing here touches the network. */
import { readdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { joinPaths, slashed } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { findInstalledGem, isWanted } from './installed-gems.js';
import { archiveFolder, type Environment, findCachedGem, gemFolder, serverFolder } from './theme-cache.js';
import {
  type LockedArchive,
  type LockedGem,
  lockedArchive,
  lockedGem,
  type ThemeLock,
} from './theme-lock.js';
import type { ArchiveWish, GemWish, Wish } from './wish.js';

/** Where to look. */
export interface TreeSearch {
  /** The site's folder. */
  readonly root: string;
  readonly environment: Environment;
  readonly lock: ThemeLock;
}

/** A tree that was found. */
export interface FoundTree {
  /** Absolute, links resolved. */
  readonly path: string;
  /** What a lock says of it; `null` for what nobody fetched. */
  readonly locked: LockedGem | LockedArchive | null;
}

/**
 * A folder that a path names; what was vendored; for a gem a package in `node_modules` of the site or above, an installed gem, one
 * that was fetched; for a repository what was fetched of the locked commit. `null` for what is not there.
 */
export function findTree(wish: Wish, search: TreeSearch): FoundTree | null {
  const found =
    wish.kind === 'folder' ? at(wish.path) : (vendored(wish, search) ?? findFetched(wish, search));
  return found === null ? null : { ...found, path: slashed(realpathSync(found.path)) };
}

/** Whether what the lock holds of a gem is what the site wants. */
export function isLockedWish(locked: LockedGem, wish: GemWish): boolean {
  return locked.url.startsWith(`${wish.server}/gems/`) && isWanted(locked.version, wish);
}

function findFetched(wish: GemWish | ArchiveWish, search: TreeSearch): FoundTree | null {
  if (wish.kind === 'archive') return fetchedArchive(wish, search);
  return package_(wish, search.root) ?? at(findInstalledGem(wish, search)) ?? fetchedGem(wish, search);
}

function at(path: string | null): FoundTree | null {
  return path !== null && isDirectory(path) ? { path, locked: null } : null;
}

function vendored(wish: GemWish | ArchiveWish, { root, lock }: TreeSearch): FoundTree | null {
  const gem = wish.kind === 'gem' ? lockedGem(lock, wish) : null;
  const locked = wish.kind === 'archive' ? lockedArchive(lock, wish) : gem;
  if (locked?.vendored === undefined) return null;
  // From which server it once came does not matter any more.
  if (wish.kind === 'gem' && !isWanted(gem!.version, wish)) return null;
  const path = joinPaths(root, locked.vendored);
  return isDirectory(path) ? { path, locked } : null;
}

function package_(wish: GemWish, folder: string): FoundTree | null {
  for (const name of [wish.name, `jekyll-theme-${wish.name}`]) {
    const path = joinPaths(joinPaths(folder, 'node_modules'), name);
    if (isDirectory(path) && readdirSync(path).some((entry) => wish.folders.includes(entry))) return at(path);
  }
  const parent = dirname(folder);
  return parent === folder ? null : package_(wish, parent);
}

function fetchedGem(wish: GemWish, { environment, lock }: TreeSearch): FoundTree | null {
  const locked = lockedGem(lock, wish);
  if (locked === null || !isLockedWish(locked, wish)) return findCachedGem(wish, environment);
  const path = gemFolder(wish.name, locked, environment);
  return isDirectory(path) ? { path, locked } : null;
}

function fetchedArchive(wish: ArchiveWish, { environment, lock }: TreeSearch): FoundTree | null {
  const locked = lockedArchive(lock, wish);
  if (locked === null || !isLockedCommit(locked, wish)) return null;
  const path = archiveFolder(wish, locked, environment);
  return isDirectory(path) ? { path, locked } : null;
}

/** Whether the Gemfile's lock, if it holds a commit, holds the same. */
export function isLockedCommit({ commit }: LockedArchive, { revision }: ArchiveWish): boolean {
  return revision === null || revision === commit;
}

/** Where it was looked for, for the message that it is not there; nowhere but at itself for a path. */
export function placesOf(wish: Wish, { root, environment }: TreeSearch): string[] {
  if (wish.kind === 'folder') return [];
  if (wish.kind === 'archive') return ['the cache of what was fetched'];
  return [
    `node_modules of ${root} and of the folders above`,
    'installed gems (GEM_HOME, GEM_PATH, vendor/bundle, the folders of Ruby)',
    `the cache (${serverFolder(wish.server, environment)})`,
  ];
}
