/** The worker's program: Ruby serves requests; between them it is brought back to earlier moments. */
import { workerData } from 'node:worker_threads';
import { Machine } from './machine.js';
import { Mailbox } from './mailbox.js';
import { MOVES } from './moves.js';
import { SharedPipe } from './shared-pipe.js';
import { ProgramExit, Wasi } from './wasi.js';
import type { WorkerData } from './wasm-wire.js';

const data = workerData as WorkerData;
const requests = new SharedPipe(data.toRuby);
const answers = new SharedPipe(data.fromRuby);

try {
  run(new Machine(data, new Wasi(data), new Mailbox(requests, answers)));
  answers.close();
} catch (error) {
  // The other thread waits, and hears of nothing else.
  answers.close(error instanceof ProgramExit ? '' : reasonOf(error));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function run(machine: Machine): void {
  for (;;) {
    machine.serve();
    const [move] = requests.read() ?? [];
    if (move === undefined) return;
    machine[MOVES[move]!]();
  }
}
