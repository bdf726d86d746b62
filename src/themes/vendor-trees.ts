/** Copies what was fetched for a site into it, so that it builds without a network and without a cache. */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { joinPaths } from '../ruby/file-path.js';
import { findTree } from './find-tree.js';
import { type LockPlace, saveThemeLock } from './save-lock.js';
import { makeWritable, removeTree } from './store-tree.js';
import type { Environment } from './theme-cache.js';
import type { LockedArchive, LockedGem } from './theme-lock.js';
import { isUnwritable } from './unwritable.js';
import { nameOfWish, type Wish } from './wish.js';

/** A tree that was copied. */
export interface VendoredTree {
  /** E.g. `minima`, `owner/name`. */
  readonly name: string;
  /** Where it lies, from the site's folder on; `null` for what nobody fetched, which stays where it is. */
  readonly folder: string | null;
}

/**
 * Copies each tree into `_theme/NAME` and notes that in the lock.
 *
 * @param wishes what is there, fetched or not
 * @throws SiteError where it cannot be written
 */
export function vendorTrees(
  wishes: readonly Wish[],
  place: LockPlace & { readonly environment: Environment },
): VendoredTree[] {
  const gems = new Map(place.lock.gems);
  const archives = new Map(place.lock.archives);
  const vendored = wishes.flatMap((wish): VendoredTree[] => {
    const name = nameOfWish(wish);
    const found = findTree(wish, place);
    if (found === null) return [];
    if (wish.kind === 'folder' || found.locked === null) return [{ name, folder: null }];
    const folder = `_theme/${wish.kind === 'gem' ? wish.name : wish.repository}`;
    copyTree(name, found.path, { root: place.root, folder });
    if (wish.kind === 'gem') gems.set(name, { ...(found.locked as LockedGem), vendored: folder });
    else archives.set(name, { ...(found.locked as LockedArchive), vendored: folder });
    return [{ name, folder }];
  });
  saveThemeLock({ gems, archives }, place);
  return vendored;
}

/** Trees of the cache are read-only; copies are the user's to change. */
function copyTree(
  name: string,
  from: string,
  { root, folder }: { readonly root: string; readonly folder: string },
): void {
  const to = joinPaths(root, folder);
  if (from === to) return;
  try {
    removeTree(to);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to, { recursive: true });
    makeWritable(to);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    throw new SiteError({ ...messages.themeNotCopied(name, folder, error.message), cause: error });
  }
}
