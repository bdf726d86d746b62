/** The Gemfile in a site's own folder, which tells what the site was made for wherever its command runs. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import { gemfileIn, lockOf } from './bundle.js';
import { lockedVersions } from './gemfile-lock.js';

/** Whether a Gemfile asks for a gem, in whatever group. @param name without characters that mean something in a pattern */
export function namesGem(gemfileText: string, name: string): boolean {
  return new RegExp(`^[ \\t]*gem[ \\t(]+(["'])${name}\\1`, 'm').test(gemfileText);
}

/** The same of the Gemfile in a folder; where there is none it asks for nothing. */
export function siteNamesGem(root: string, name: string): boolean {
  const gemfile = gemfileIn(root);
  return gemfile !== null && namesGem(readFileSync(gemfile, 'utf8'), name);
}

/** A gem's version in the lock of the Gemfile in a folder, and the lock's name; `null` without one. */
export function siteLockedVersion(
  root: string,
  name: string,
): { readonly version: string; readonly lock: string } | null {
  const lock = lockOf(gemfileIn(root) ?? joinPaths(root, 'Gemfile'));
  if (!isFile(lock)) return null;
  const version = lockedVersions(readFileSync(lock, 'utf8'))[name];
  return version === undefined ? null : { version, lock: basename(lock) };
}
