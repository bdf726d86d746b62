import { statSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who made a file or folder that is there for the length of a build. */
export interface Owner {
  readonly pid: number;
  /** Name of the machine. */
  readonly host: string;
}

/** Ourselves. */
export function thisProcess(): Owner {
  return { pid: process.pid, host: hostname() };
}

/**
 * Whether a process of this machine is no more. One with our own number is: builds of one process do not overlap while they render and
 * write.
 */
export function isGone({ pid, host }: Owner): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** After so many milliseconds what was there for the length of a build is nobody's, whoever made it. */
const LONGEST_BUILD = 24 * 60 * 60 * 1000;

/** Whether a file or folder is older than any build that could still need it. @param path absolute */
export function isLeftover(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > LONGEST_BUILD;
}
