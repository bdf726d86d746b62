/** One build at a time writes into a site's output; another one waits. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { isGone, type Owner, thisProcess } from '../reuse/owner.js';

/** Longest wait for another build to finish writing; milliseconds. */
const PATIENCE = 30_000;
/** Milliseconds between two looks. */
const PAUSE = 25;

/**
 * Runs while holding the lock of the cache folder; without a folder nobody is kept out.
 *
 * @throws SiteError when another build holds it for too long
 */
export function withLock<T>(cache: string | null, run: () => T): T {
  if (cache === null) return run();
  const path = join(cache, 'writing.lock');
  mkdirSync(cache, { recursive: true });
  const deadline = Date.now() + PATIENCE;
  while (!tryLock(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true });
    else if (Date.now() > deadline) throw new SiteError(messages.outputLocked(path));
    else pause();
  }
  try {
    return run();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock(path: string): boolean {
  try {
    const { pid, host } = thisProcess();
    writeFileSync(path, `${pid} ${host}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Whether its owner is no more. An empty lock is one being written. */
function isAbandoned(path: string): boolean {
  const owner = readOwner(path);
  return owner !== null && isGone(owner);
}

function readOwner(path: string): Owner | null {
  try {
    const [pid, host] = readFileSync(path, 'utf8').split(' ');
    return host === undefined ? null : { pid: Number(pid), host };
  } catch {
    // Gone meanwhile, or not to be read: then nothing is known of its owner.
    return null;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
