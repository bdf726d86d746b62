/** `.utterson.lock` beside a site's configuration: what was fetched for it, so that it is the same on every machine. */
import { readFileSync } from 'node:fs';
import { joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import type { Wish } from './wish.js';
import { nameOfWish } from './wish.js';

/** The lock's name. */
export const LOCK_NAME = '.utterson.lock';

/** A gem that was fetched. */
export interface LockedGem {
  /** Where its file came from. */
  readonly url: string;
  readonly version: string;
  /** SHA-256 of its file, in hex. */
  readonly sha256: string;
  /** The folder that `utterson themes vendor` copied it to, from the lock's on, e.g. `_theme/minima`. */
  readonly vendored?: string;
}

/** A repository's archive that was fetched. */
export interface LockedArchive {
  /** 40 hex digits. */
  readonly commit: string;
  /** Hash of what was taken of it: hosts pack the same files into other bytes from time to time. */
  readonly tree: string;
  /** As of a gem. */
  readonly vendored?: string;
}

/** What the lock holds, by the names of wishes. */
export interface ThemeLock {
  readonly gems: ReadonlyMap<string, LockedGem>;
  readonly archives: ReadonlyMap<string, LockedArchive>;
}

export const EMPTY_LOCK: ThemeLock = { gems: new Map(), archives: new Map() };

/** A lock that is none: damaged, or written by a later version. */
export class ThemeLockError extends Error {
  override readonly name = 'ThemeLockError';
}

/**
 * The lock in a folder; empty where there is none.
 *
 * @throws ThemeLockError with the reason as a sentence's end
 */
export function readThemeLock(root: string): ThemeLock {
  const path = joinPaths(root, LOCK_NAME);
  if (!isFile(path)) return EMPTY_LOCK;
  const read = parse(readFileSync(path, 'utf8'));
  return {
    gems: entriesOf(read['gems'], isLockedGem),
    archives: entriesOf(read['archives'], isLockedArchive),
  };
}

/** The lock's text: JSON, its names in order. */
export function writeThemeLock({ gems, archives }: ThemeLock): string {
  const sorted = (entries: ReadonlyMap<string, object>): object =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  const lock = { version: VERSION, gems: sorted(gems), archives: sorted(archives) };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** What the lock holds of a wish; `null` for nothing. */
export function lockedGem(lock: ThemeLock, wish: Wish): LockedGem | null {
  return lock.gems.get(nameOfWish(wish)) ?? null;
}

/** Likewise. */
export function lockedArchive(lock: ThemeLock, wish: Wish): LockedArchive | null {
  return lock.archives.get(nameOfWish(wish)) ?? null;
}

const VERSION = 1;

function parse(text: string): Record<string, unknown> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new ThemeLockError('it is no JSON', { cause });
  }
  if (!isRecord(read)) throw new ThemeLockError('it is no mapping');
  if (read['version'] !== VERSION) throw new ThemeLockError('it was written by another version of Utterson');
  return read;
}

function entriesOf<T>(section: unknown, isEntry: (value: unknown) => value is T): ReadonlyMap<string, T> {
  const entries = Object.entries(isRecord(section) ? section : {});
  const wrong = entries.find(([, value]) => !isEntry(value));
  if (wrong !== undefined) throw new ThemeLockError(`its entry \`${wrong[0]}\` is damaged`);
  return new Map(entries as [string, T][]);
}

function isLockedGem(value: unknown): value is LockedGem {
  if (!isRecord(value)) return false;
  const { url, version, sha256 } = value;
  return (
    isText(url, /^https?:\/\/.*\/gems\//) && isText(version, /^\d[\w.]*$/) && isHash(sha256) && isPlace(value)
  );
}

function isLockedArchive(value: unknown): value is LockedArchive {
  if (!isRecord(value)) return false;
  return isText(value['commit'], /^[\da-f]{40}$/) && isHash(value['tree']) && isPlace(value);
}

/** Whether nothing is vendored, or to a folder that lies where it should. */
function isPlace({ vendored }: Record<string, unknown>): boolean {
  return vendored === undefined || isText(vendored, /^_theme\/[\w-][\w.-]*$/);
}

function isHash(value: unknown): boolean {
  return isText(value, /^[\da-f]{64}$/);
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
