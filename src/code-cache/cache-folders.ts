/** Where code caches may lie. Whoever writes there decides what our process runs: the folder must be the user's own. */
import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { attempt } from './sealed-file.js';

/** What the folders depend on. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/**
 * The folders to try, in this order: beside the program, then in the user's cache folder. None where `UTTERSON_NO_CODE_CACHE` is set, or
 * where coverage is measured: code from a cache counts functions and no branches.
 */
export function cacheFolders(program: string, { environment, platform }: Surroundings): string[] {
  if (environment['UTTERSON_NO_CODE_CACHE'] || environment['NODE_V8_COVERAGE']) return [];
  const users = userCacheFolder({ environment, platform });
  return [
    join(dirname(program), 'code-cache'),
    ...(users === null ? [] : [join(users, 'utterson', 'code-cache')]),
  ];
}

/** The user's folder for caches; `null` without one. `XDG_CACHE_HOME` counts everywhere; by its specification only an absolute path does. */
export function userCacheFolder({ environment, platform }: Surroundings): string | null {
  const chosen = environment['XDG_CACHE_HOME'];
  if (chosen !== undefined && isAbsolute(chosen)) return chosen;
  if (platform === 'win32') return environment['LOCALAPPDATA'] || null;
  // A user without an entry in the system's table has no home, either.
  const home = environment['HOME'] || attempt(homedir);
  if (home === null || !isAbsolute(home)) return null;
  return platform === 'darwin' ? join(home, 'Library/Caches') : join(home, '.cache');
}

/** Whether the folder is there, and nobody but the user can write to it. */
export function isOwnFolder(folder: string): boolean {
  const stat = attempt(() => lstatSync(folder));
  return stat?.isDirectory() === true && isUsers(stat.uid) && isClosed(stat.mode);
}

/**
 * Whether the folder is, or now is, as {@link isOwnFolder} wants it. Nothing is made in other users' folders: under `sudo`, the home is
 * often still that of the user, who could not remove what is root's.
 */
export function makeOwnFolder(folder: string): boolean {
  if (isOwnFolder(folder)) return true;
  const parent = nearestExisting(dirname(folder));
  if (parent === null || !isUsers(parent.uid)) return false;
  attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  return isOwnFolder(folder);
}

function nearestExisting(folder: string): { readonly uid: number } | null {
  const stat = attempt(() => statSync(folder));
  if (stat !== null) return stat;
  const parent = dirname(folder);
  return parent === folder ? null : nearestExisting(parent);
}

/** Windows has no such owners; a user's folders are closed to others there unless they were opened. */
function isUsers(uid: number): boolean {
  return process.geteuid === undefined || uid === process.geteuid();
}

function isClosed(mode: number): boolean {
  return process.geteuid === undefined || (mode & 0o022) === 0;
}
