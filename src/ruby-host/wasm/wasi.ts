/**
 * The part of WASI (snapshot preview 1) that Ruby calls, over `node:fs`: the sandbox at the same time, since all that Ruby does to the disk
 * comes through here. Node's own `node:wasi` crashes the process under Ruby.
 */
import { randomFillSync } from 'node:crypto';
import { poll, timeOf } from './clocks.js';
import { descriptorCalls } from './descriptor-calls.js';
import { Descriptors } from './descriptors.js';
import { ERRNO, errnoOf } from './errno.js';
import { pathCalls } from './path-calls.js';
import { Sandbox } from './sandbox.js';
import { WasiMemory } from './wasi-memory.js';
import type { WorkerData } from './wasm-wire.js';
import type { Imports } from './web-assembly.js';

/** Thrown by `exit`, which ends the worker's program. */
export class ProgramExit extends Error {
  constructor(readonly status: number) {
    super(`Ruby ended itself with status ${status}`);
  }
}

/** Calls by WASI's names; what they throw becomes an error's number, what they answer counts only where it is a number. */
export type WasiCalls = Readonly<Record<string, (...args: never[]) => unknown>>;

/** What calls work on. */
export interface WasiParts {
  readonly memory: WasiMemory;
  readonly descriptors: Descriptors;
  readonly sandbox: Sandbox;
}

/** All calls, and what they work on. */
export class Wasi implements WasiParts {
  readonly memory = new WasiMemory();
  readonly descriptors = new Descriptors();
  readonly sandbox: Sandbox;

  constructor({ mounts }: Pick<WorkerData, 'mounts'>) {
    this.sandbox = new Sandbox(mounts);
  }

  /** What the program imports. */
  imports(): Imports {
    const calls = { ...processCalls(this), ...descriptorCalls(this), ...pathCalls(this) };
    return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, answering(call)]));
  }
}

/** Calls about the program itself: its variables, clocks, chance, its end. */
function processCalls({ memory }: WasiParts): WasiCalls {
  return {
    // The shim is told of variables with everything else.
    environ_get: () => {},
    environ_sizes_get: (count: number, size: number) => {
      memory.setUint32(count, 0);
      memory.setUint32(size, 0);
    },
    clock_res_get: (_clock: number, out: number) => memory.setUint64(out, 1000n),
    clock_time_get: (clock: number, _precision: bigint, out: number) => memory.setUint64(out, timeOf(clock)),
    random_get: (start: number, length: number) => void randomFillSync(memory.bytes(start, length)),
    poll_oneoff: (inputs: number, outputs: number, count: number, ready: number) =>
      poll(memory, { inputs, outputs, count, ready }),
    proc_exit: (status: number) => {
      throw new ProgramExit(status);
    },
  };
}

/** A call that answers what it throws as an error's number. */
function answering(call: (...args: never[]) => unknown): (...args: never[]) => number {
  return (...args) => {
    try {
      const answer = call(...args);
      return typeof answer === 'number' ? answer : ERRNO.OK;
    } catch (error) {
      if (error instanceof ProgramExit) throw error;
      return errnoOf(error);
    }
  };
}
