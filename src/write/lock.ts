/** One build at a time writes into a site's output; another one waits. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { isGone, thisProcess } from '../reuse/owner.js';

/** Longest wait for another build to finish writing; milliseconds. */
const PATIENCE = 30_000;
/** Milliseconds between two looks. */
const PAUSE = 25;
/** How a lock ends that is written whole. */
const END = '\n';
/** Milliseconds that the writing of one may take. */
const LONGEST_WRITING = 1_000;

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
    writeFileSync(path, `${pid} ${host}${END}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Whether its owner is no more, or was not there long enough to say who it is. */
function isAbandoned(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8');
    if (!text.endsWith(END)) return Date.now() - statSync(path).mtimeMs > LONGEST_WRITING;
    const [pid, host] = text.slice(0, -END.length).split(' ');
    return isGone({ pid: Number(pid), host: host! });
  } catch {
    // Gone meanwhile, or not to be read: then nothing is known of its owner.
    return false;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
