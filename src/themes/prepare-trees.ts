/** The step before the configuration: what a site wants and this machine lacks is fetched and locked. */
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { ArchiveError } from './archive/archive-error.js';
import { fetchArchive } from './fetch-archive.js';
import { fetchGem } from './fetch-gem.js';
import { findTree, isLockedCommit, isLockedWish, placesOf, type TreeSearch } from './find-tree.js';
import { FetchError } from './http/fetch-error.js';
import { saveThemeLock } from './save-lock.js';
import { cacheFolder } from './theme-cache.js';
import {
  type LockedArchive,
  type LockedGem,
  lockedArchive,
  lockedGem,
  type ThemeLock,
} from './theme-lock.js';
import { TransferLine } from './transfer-line.js';
import { isUnwritable } from './unwritable.js';
import { type ArchiveWish, type GemWish, nameOfWish, subjectOf, type Wish } from './wish.js';

/** How to prepare. */
export interface Preparation extends TreeSearch {
  readonly reporter: Reporter;
  /** Whether the network is left alone. */
  readonly isOffline: boolean;
  /** Whether the lock must hold all of it already. */
  readonly isFrozen: boolean;
  /** Whether gems are asked for at their servers although the cache has them. */
  readonly isUpdate?: boolean;
}

/** A wish, and whether the site can do without. */
export interface Wanted {
  readonly wish: Wish;
  readonly isNeeded: boolean;
}

/**
 * Fetches what is missing of what a site wants, and writes the lock where that changes it.
 *
 * @returns what the lock holds now, written or not
 * @throws SiteError for what is needed and cannot be had
 */
export async function prepareTrees(wanted: readonly Wanted[], preparation: Preparation): Promise<ThemeLock> {
  const gems = new Map(preparation.lock.gems);
  const archives = new Map(preparation.lock.archives);
  for (const { wish, isNeeded } of wanted) {
    try {
      if (wish.kind === 'gem') note(gems, wish, await prepareGem(wish, preparation));
      if (wish.kind === 'archive') note(archives, wish, await prepareArchive(wish, preparation));
    } catch (error) {
      if (isNeeded || preparation.isFrozen || !(error instanceof SiteError)) throw error;
      preparation.reporter.report({ ...error.diagnostic, severity: 'warning' });
    }
  }
  const lock = { gems, archives };
  saveThemeLock(lock, preparation);
  return lock;
}

function note<T>(entries: Map<string, T>, wish: Wish, locked: T | null): void {
  if (locked !== null) entries.set(nameOfWish(wish), locked);
}

async function prepareGem(wish: GemWish, preparation: Preparation): Promise<LockedGem | null> {
  const given = lockedGem(preparation.lock, wish);
  const locked = given !== null && isLockedWish(given, wish) ? given : null;
  const isAsked = (preparation.isUpdate ?? false) && locked === null;
  const found = findTree(wish, preparation);
  if (found?.locked === null) return null;
  if (given?.vendored !== undefined && found?.locked === given) return given;
  if (found !== null && locked !== null) return locked;
  refuseUnlocked(wish, given !== null, locked !== null, preparation);
  if (found !== null && !isAsked) return found.locked as LockedGem;
  return fetching(wish, preparation, async (line) => {
    const fetched = await fetchGem(wish, locked, line.network);
    if (!fetched.isChecked) preparation.reporter.report(messages.gemUnchecked(wish.name, wish.server));
    line.finish(`${wish.name} ${fetched.locked.version}`, fetched.stored);
    return fetched.locked;
  });
}

async function prepareArchive(wish: ArchiveWish, preparation: Preparation): Promise<LockedArchive | null> {
  const given = lockedArchive(preparation.lock, wish);
  const locked = given !== null && isLockedCommit(given, wish) ? given : null;
  if (findTree(wish, preparation) !== null) return locked;
  refuseUnlocked(wish, given !== null, locked !== null, preparation);
  return fetching(wish, preparation, async (line) => {
    const fetched = await fetchArchive(wish, locked, line.network);
    line.finish(`${nameOfWish(wish)} (${fetched.locked.commit.slice(0, 7)})`, fetched.stored);
    return fetched.locked;
  });
}

function refuseUnlocked(wish: Wish, isGiven: boolean, isLocked: boolean, { isFrozen }: Preparation): void {
  if (isFrozen && !isLocked) throw new SiteError(messages.themeNotLocked(nameOfWish(wish), isGiven));
}

/** Tells what goes on, and whatever goes wrong with the name of what was wanted. */
async function fetching<T>(
  wish: GemWish | ArchiveWish,
  preparation: Preparation,
  fetch: (line: TransferLine) => Promise<T>,
): Promise<T> {
  const name = nameOfWish(wish);
  if (preparation.isOffline)
    throw new SiteError(messages.themeOffline(subjectOf(wish), placesOf(wish, preparation)));
  const line = new TransferLine(wish, preparation);
  try {
    return await fetch(line);
  } catch (error) {
    if (error instanceof FetchError) {
      const { url, message } = error;
      throw new SiteError({ ...messages.themeNotFetched(subjectOf(wish), url, message), cause: error });
    }
    if (error instanceof ArchiveError) {
      throw new SiteError({ ...messages.themeArchiveRefused(name, error.message), cause: error });
    }
    if (isUnwritable(error)) {
      const folder = cacheFolder(preparation.environment);
      throw new SiteError({ ...messages.themeCacheUnwritable(folder, error.message), cause: error });
    }
    throw error;
  }
}
