/**
 * Ends a child that takes too long while the main thread waits for it, and says what is running before that: a program of its own, since a
 * thread that reads from a pipe can do nothing else.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { WATCH, type WatchdogData } from './watch.js';

const { shared, pid } = workerData as WatchdogData;
const cells = new Float64Array(shared, 0, WATCH.cells);
const bell = new Int32Array(shared, WATCH.bell, 1);
const text = new Uint8Array(shared, WATCH.text);

while (Atomics.wait(bell, 0, 0, WATCH.interval) === 'timed-out') {
  const now = Date.now();
  const notice = cells[WATCH.notice]!;
  const deadline = cells[WATCH.deadline]!;
  if (notice > 0 && now > notice) {
    cells[WATCH.notice] = 0;
    writeSync(2, `${Buffer.from(text.slice(0, text.indexOf(0))).toString()}\n`);
  }
  if (deadline > 0 && now > deadline) {
    cells[WATCH.isTooLate] = 1;
    for (const id of new Set([pid, cells[WATCH.process]!])) end(id);
    break;
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // It may have ended just now.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
