import { spawnSync } from 'node:child_process';

/** What running a command once cost. */
export interface Cost {
  /** Seconds from the start of the process to its end; microseconds per kilobyte where a text is rendered. */
  readonly wall: number;
  /** The same of processor time, of all threads and children. */
  readonly cpu: number;
  /** Largest memory in MiB; only of programs of Node's that are started with `tell-cost.cjs`. */
  readonly memory?: number;
}

/** The shell's own builtin tells what its children took. */
const SCRIPT = '"$@" >/dev/null || exit 1; times';

/** How many characters are shown of what a failed command said: its end, without a stack of JavaScript. */
const ENOUGH = 600;
const STACK = /^.*\bat .*:\d+:\d+\)?\n/gm;

/** Runs a command to its end; throws with the end of what it said when it fails. */
export function runCommand(command: string, args: readonly string[]): Cost {
  const start = performance.now();
  const { status, error, stdout, stderr, output } = spawnSync('bash', ['-c', SCRIPT, '-', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = (performance.now() - start) / 1000;
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.replace(STACK, '').trim().slice(-ENOUGH));
  const told = output[3];
  return {
    wall,
    cpu: secondsOf(stdout),
    ...(told ? { memory: (JSON.parse(told) as { memory: number }).memory } : {}),
  };
}

/** The second line of what `times` prints, `0m1.234s 0m0.100s`: user and system. */
function secondsOf(times: string): number {
  const parts = times
    .trim()
    .split('\n')[1]!
    .matchAll(/(\d+)m([\d.,]+)s/g);
  return [...parts].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds!.replace(',', '.')),
    0,
  );
}
