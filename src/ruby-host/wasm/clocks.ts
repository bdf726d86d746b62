/** Clocks of WASI, and waiting by them. */
import { ERRNO } from './errno.js';
import type { WasiMemory } from './wasi-memory.js';

/** Where the subscriptions to moments stand and how many they are, and where goes which of them have come and how many. */
interface Polled {
  readonly inputs: number;
  readonly outputs: number;
  readonly count: number;
  readonly ready: number;
}

/** Waits for the earliest moment asked for; files are always ready. */
export function poll(memory: WasiMemory, { inputs, outputs, count, ready }: Polled): number {
  let [wait, told] = [Number.POSITIVE_INFINITY, 0];
  for (let index = 0; index < count; index++) {
    const at = inputs + index * 48;
    if (memory.view.getUint8(at + 8) !== 0) wait = 0;
    else wait = Math.min(wait, waitOf(memory.view, at));
  }
  if (wait > 0 && wait < Number.POSITIVE_INFINITY)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  for (let index = 0; index < count; index++) {
    const at = inputs + index * 48;
    const kind = memory.view.getUint8(at + 8);
    if (kind === 0 && waitOf(memory.view, at) > wait) continue;
    const out = outputs + told++ * 32;
    memory.setUint64(out, memory.view.getBigUint64(at, true));
    memory.setUint64(out + 8, BigInt(kind) << 16n);
  }
  memory.setUint32(ready, told);
  return ERRNO.OK;
}

/** Milliseconds until the moment of a subscription. */
function waitOf(view: DataView, at: number): number {
  const time = view.getBigUint64(at + 24, true);
  const isAbsolute = (view.getUint16(at + 40, true) & 1) === 1;
  const rest = isAbsolute ? time - timeOf(view.getUint32(at + 16, true)) : time;
  return Math.max(0, Number(rest) / 1e6);
}

/** Nanoseconds of the real clock (0) or of one that only goes forward. */
export function timeOf(clock: number): bigint {
  return clock === 0
    ? BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n
    : process.hrtime.bigint();
}
