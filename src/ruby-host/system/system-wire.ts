/**
 * An installed `ruby` as a child: two pipes with names, one in each direction, so that this side reads and writes without waiting for
 * anything but Ruby.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readMarshal } from '../marshal/read-marshal.js';
import { runningLine } from '../running-line.js';
import { framed, MessageReader, orderTo, type Patience, type Wire, WireError } from '../wire.js';
import { WATCH, type WatchdogData } from './watch.js';

const require = createRequire(import.meta.url);

/** How a child is started. */
export interface SystemOptions {
  /** E.g. `ruby`. */
  readonly command: string;
  /** Absolute path of the shim. */
  readonly shim: string;
  /** The folder it runs in. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether its beginning is a mark. */
  readonly isMarked: boolean;
}

/** Starts a child. */
export function startSystemRuby(options: SystemOptions): Wire {
  return new SystemWire(options);
}

class SystemWire implements Wire {
  private readonly child: ChildProcess;
  private readonly toRuby: number;
  private readonly fromRuby: number;
  private readonly watchdog: Worker;
  private readonly cells: Float64Array;
  private readonly shared = new SharedArrayBuffer(WATCH.size);
  private readonly messages: MessageReader;
  private readonly piece = Buffer.allocUnsafe(65_536);
  private isClosed = false;
  /** Whether the process that goes on from a mark has yet to say which one it is. */
  private isMoving = false;
  /** Whether this Ruby can go back to a mark. */
  private isMarked = false;

  constructor({ command, shim, directory, environment, isMarked }: SystemOptions) {
    const pipes = makePipes();
    const args = ['-W0', '--disable=error_highlight,did_you_mean', '-EUTF-8:UTF-8', shim, '3', '4'];
    const stdio = ['ignore' as const, 'inherit' as const, 'inherit' as const, ...pipes.childs];
    this.child = spawn(command, args, { cwd: directory, env: environment, stdio });
    let reason = `\`${command}\` cannot be started`;
    this.child.on('error', ({ message }) => {
      reason = message;
    });
    for (const end of pipes.childs) closeSync(end);
    [this.toRuby, this.fromRuby] = pipes.own;
    if (this.child.pid === undefined) {
      for (const end of pipes.own) closeSync(end);
      throw new Error(reason);
    }
    this.child.unref();
    this.cells = new Float64Array(this.shared, 0, WATCH.cells);
    this.cells[WATCH.process] = this.child.pid;
    const workerData: WatchdogData = { shared: this.shared, pid: this.child.pid };
    this.watchdog = new Worker(require.resolve('#ruby-watchdog'), { workerData });
    this.watchdog.unref();
    this.messages = new MessageReader(() => this.read());
    if (isMarked) this.mark();
  }

  send(message: Buffer): void {
    this.settle();
    const frame = framed(message);
    try {
      for (let start = 0; start < frame.length; ) start += writeSync(this.toRuby, frame, start);
    } catch (error) {
      // That it has ended the next `receive` says.
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    }
  }

  receive({ deadline, notice, what }: Patience): Buffer {
    const shift = Date.now() - performance.now();
    this.say(runningLine(what));
    this.cells[WATCH.notice] = notice === null ? 0 : notice + shift;
    this.cells[WATCH.deadline] = deadline + shift;
    const message = this.messages.read();
    this.cells[WATCH.deadline] = 0;
    this.cells[WATCH.notice] = 0;
    if (message === null) throw new WireError(this.cells[WATCH.isTooLate] === 1 ? 'too late' : 'ended', what);
    return message;
  }

  mark(): void {
    this.send(orderTo('mark'));
    this.isMoving = true;
  }

  reset(): boolean {
    return this.move('reset');
  }

  drop(): boolean {
    return this.move('drop');
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const bell = new Int32Array(this.shared, WATCH.bell, 1);
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
    this.child.kill('SIGKILL');
    closeSync(this.toRuby);
    closeSync(this.fromRuby);
  }

  private move(name: 'reset' | 'drop'): boolean {
    this.settle();
    if (!this.isMarked) return false;
    this.send(orderTo(name));
    this.isMoving = true;
    return true;
  }

  /** Hears which process it speaks with now; of one that has ended the next `receive` tells. */
  private settle(): void {
    if (!this.isMoving) return;
    this.isMoving = false;
    const message = this.messages.read();
    const [, id = null] = message === null ? [] : (readMarshal(message, () => null) as (number | null)[]);
    this.isMarked = id !== null;
    if (id !== null) this.cells[WATCH.process] = id;
  }

  private said = '';

  private say(line: string): void {
    if (line === this.said) return;
    this.said = line;
    const bytes = Buffer.from(`${line}\0`).subarray(0, WATCH.size - WATCH.text);
    new Uint8Array(this.shared, WATCH.text).set(bytes);
  }

  private read(): Buffer {
    const length = readSync(this.fromRuby, this.piece);
    return Buffer.from(this.piece.subarray(0, length));
  }
}

/** Both ends of two pipes: ours, and the child's. They have names only until both sides have them. */
function makePipes(): {
  own: readonly [toRuby: number, fromRuby: number];
  childs: readonly [number, number];
} {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-ruby-'));
  const [requests, answers] = ['requests', 'answers'].map((name) => join(folder, name)) as [string, string];
  execFileSync('mkfifo', ['-m', '600', requests, answers]);
  // Opened for both, a pipe waits for nobody, and then neither does whoever opens it for one.
  const both = [requests, answers].map((name) => openSync(name, constants.O_RDWR));
  const readers = [requests, answers].map((name) => openSync(name, constants.O_RDONLY));
  const writers = [requests, answers].map((name) => openSync(name, constants.O_WRONLY));
  for (const end of both) closeSync(end);
  rmSync(folder, { recursive: true });
  return { own: [writers[0]!, readers[1]!], childs: [readers[0]!, writers[1]!] };
}
