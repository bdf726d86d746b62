import { writeFileSync } from 'node:fs';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { joinPaths } from '../ruby/file-path.js';
import { LOCK_NAME, type ThemeLock, writeThemeLock } from './theme-lock.js';
import { isUnwritable } from './unwritable.js';

/** Where a lock goes. */
export interface LockPlace {
  /** What the site's folder holds. */
  readonly lock: ThemeLock;
  readonly root: string;
  readonly reporter: Reporter;
}

/** Writes a lock where it says something else than before. A folder that cannot be written to is no reason to stop: its text is told. */
export function saveThemeLock(lock: ThemeLock, { lock: before, root, reporter }: LockPlace): void {
  const text = writeThemeLock(lock);
  if (text === writeThemeLock(before)) return;
  try {
    writeFileSync(joinPaths(root, LOCK_NAME), text);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    reporter.report(messages.themeLockUnwritten(LOCK_NAME, text));
  }
}
