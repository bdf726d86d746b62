/**
 * The user's cache of what was fetched: trees by where they came from and what is in them, so that no name alone leads to one. They are
 * read-only and come into place whole.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { userCacheFolder } from '../code-cache/cache-folders.js';
import { compareGemVersions } from '../gems/gem-version.js';
import { joinPaths } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { isWanted } from './installed-gems.js';
import type { LockedArchive, LockedGem } from './theme-lock.js';
import type { ArchiveWish, GemWish } from './wish.js';

/** Variables of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Absolute path of the cache: `utterson` in the folder that the user has for caches. Whoever has no home is given the root's. */
export function cacheFolder(environment: Environment): string {
  const surroundings = { environment: { HOME: '/', ...environment }, platform: process.platform };
  return joinPaths(userCacheFolder(surroundings) ?? '/', 'utterson');
}

/** Where the gems of a server lie. */
export function serverFolder(server: string, environment: Environment): string {
  return `${cacheFolder(environment)}/gems/${nameOfServer(server)}`;
}

/** Where a gem lies once it was fetched. */
export function gemFolder(name: string, locked: LockedGem, environment: Environment): string {
  const server = locked.url.slice(0, locked.url.lastIndexOf('/gems/'));
  return `${serverFolder(server, environment)}/${name}-${locked.version}-${locked.sha256}`;
}

/** Where a repository's archive lies once it was fetched. What is taken of it is part of the tree's hash. */
export function archiveFolder(wish: ArchiveWish, locked: LockedArchive, environment: Environment): string {
  const repository = `${wish.host}/${wish.owner}/${wish.repository}`.toLowerCase();
  return `${cacheFolder(environment)}/archives/${repository}/${locked.commit}-${locked.tree}`;
}

/** A gem that was fetched for another site from the same server, the newest that will do; `null` without one. */
export function findCachedGem(
  wish: GemWish,
  environment: Environment,
): { readonly path: string; readonly locked: LockedGem } | null {
  const folder = serverFolder(wish.server, environment);
  if (!isDirectory(folder)) return null;
  const found = readdirSync(folder).flatMap((entry) => {
    const [, version, sha256] = /^(\d[\w.]*)-([\da-f]{64})$/.exec(entry.slice(wish.name.length + 1)) ?? [];
    if (!entry.startsWith(`${wish.name}-`) || version === undefined || !isWanted(version, wish)) return [];
    const url = `${wish.server}/gems/${wish.name}-${version}.gem`;
    return [{ path: `${folder}/${entry}`, locked: { url, version, sha256: sha256! } }];
  });
  const newest = found.sort((a, b) => compareGemVersions(b.locked.version, a.locked.version))[0];
  return newest ?? null;
}

/** For people and unique: `rubygems.org-3c1a…`. */
function nameOfServer(server: string): string {
  const host = new URL(server).host.replaceAll(':', '_');
  return `${host}-${createHash('sha256').update(server).digest('hex').slice(0, 16)}`;
}
