import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Where Linux says how much processor time a container gets: microseconds in a period, or `max`, and the period. */
const QUOTA_FILE = '/sys/fs/cgroup/cpu.max';

/** Whether a second thread may have a processor of its own. */
export function hasSpareProcessor(): boolean {
  return availableParallelism() > 1 && processorsAllowed(quota()) > 1;
}

/** How many processors a quota comes to. */
export function processorsAllowed(quota: string): number {
  const [time, period] = quota.trim().split(' ').map(Number);
  return time! / period! || Number.POSITIVE_INFINITY;
}

function quota(): string {
  try {
    return readFileSync(QUOTA_FILE, 'utf8');
  } catch {
    return 'max';
  }
}
