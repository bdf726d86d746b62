/** Ruby as WebAssembly in a worker. This thread waits for it as for a function. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { runningLine } from '../running-line.js';
import { framed, MessageReader, orderTo, type Patience, type Wire, WireError } from '../wire.js';
import type { MachineParts } from './machine.js';
import type { Mount } from './mounts.js';
import { MOVES, type Move } from './moves.js';
import { createPipeBuffer, SharedPipe } from './shared-pipe.js';

const require = createRequire(import.meta.url);

/** How the worker is started. */
export interface WasmOptions extends MachineParts {
  /** What it sees of the disk. */
  readonly mounts: readonly Mount[];
}

/** What the worker is given. */
export interface WorkerData extends WasmOptions {
  readonly toRuby: SharedArrayBuffer;
  readonly fromRuby: SharedArrayBuffer;
}

/** Starts a worker; it gets ready beside this thread, until the first message is waited for. */
export function startWasmRuby(options: WasmOptions): Wire {
  return new WasmWire(options);
}

class WasmWire implements Wire {
  private readonly worker: Worker;
  private readonly toRuby: SharedPipe;
  private readonly fromRuby: SharedPipe;
  private readonly messages: MessageReader;
  private patience: Patience = { deadline: 0, notice: null, what: '' };

  constructor(options: WasmOptions) {
    const workerData: WorkerData = { ...options, toRuby: createPipeBuffer(), fromRuby: createPipeBuffer() };
    this.toRuby = new SharedPipe(workerData.toRuby);
    this.fromRuby = new SharedPipe(workerData.fromRuby);
    this.worker = new Worker(require.resolve('#ruby-worker'), { workerData });
    // What the worker's program fails with comes by the pipe; this is a worker that never ran it, or has no memory left.
    this.worker.on('error', ({ message }) => this.fromRuby.close(message));
    this.worker.unref();
    this.messages = new MessageReader(() => this.next());
  }

  send(message: Buffer): void {
    this.toRuby.write(framed(message));
  }

  receive(patience: Patience): Buffer {
    this.patience = patience;
    const message = this.messages.read();
    if (message === null) {
      const { reason } = this.fromRuby;
      const end = reason === '' && performance.now() >= patience.deadline ? 'too late' : 'ended';
      throw new WireError(end, patience.what, reason);
    }
    return message;
  }

  mark(): void {
    this.move('mark');
  }

  reset(): boolean {
    return this.move('reset');
  }

  drop(): boolean {
    return this.move('drop');
  }

  close(): void {
    this.toRuby.close();
    void this.worker.terminate();
  }

  private move(name: Move): boolean {
    this.send(orderTo('leave'));
    this.toRuby.write(Uint8Array.of(MOVES.indexOf(name)));
    return true;
  }

  private next(): Buffer {
    const { deadline, notice, what } = this.patience;
    if (notice !== null && notice < deadline) {
      const piece = this.fromRuby.read(notice - performance.now());
      if (piece !== null) return piece;
      process.stderr.write(`${runningLine(what)}\n`);
    }
    return this.fromRuby.read(deadline - performance.now()) ?? Buffer.alloc(0);
  }
}
