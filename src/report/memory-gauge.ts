/** Knowing that memory runs short while there is still some to tell it with: when V8 gives up, it ends the process. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's heap, in bytes. */
export interface HeapFigures {
  readonly used: number;
  /** Where V8 gives up, by ending the process. */
  readonly limit: number;
}

/** What is asked of V8. */
export interface Heap {
  /** Costs 3 microseconds. */
  figures(): HeapFigures;
  /** Frees what nobody has any more. */
  collect(): void;
}

/**
 * Shares of the limit beyond which memory runs short. What is read stays: from four fifths on V8 does little but collect, and gives up
 * after four times in vain. Rendering leaves more behind that goes.
 */
export const FULL = { reading: 0.8, rendering: 0.9 } as const;
/** A share of the limit that is filled again before it is worth while to collect again. */
const STEP = 0.02;
/** What V8 counts into its limit for young objects, three half-spaces of 16 MiB: it gives up when the rest is full of old ones. */
const YOUNG = 3 * 16 * 2 ** 20;

/** By how many percent the heap may grow before it is collected again, instead of V8's own choice, which may be twofold. */
const GROWTH = 15;

/**
 * Lets V8 collect sooner from now on: what is alive in a very large site is worth several hundred megabytes, and by itself V8 lets as much
 * again pile up beside it. Costs some percent of the time.
 */
export function collectSooner(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/** Looks at the heap of this process from time to time. */
export class MemoryGauge {
  /** The share at which it is collected next. */
  private mark: number;

  /** @param full a share of the limit, one of `FULL` */
  constructor(
    private readonly full: number,
    private readonly heap: Heap = v8Heap,
  ) {
    this.mark = full;
  }

  /** What Node may use, in bytes. */
  get limit(): number {
    return this.heap.figures().limit;
  }

  /** Whether hardly anything is left, even after what nobody has was freed. */
  isShort(): boolean {
    if (this.share() <= this.mark) return false;
    this.heap.collect();
    const share = this.share();
    this.mark = Math.max(this.full, share + STEP);
    return share > this.full;
  }

  private share(): number {
    const { used, limit } = this.heap.figures();
    return used / limit;
  }
}

const v8Heap: Heap = {
  figures() {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    return { used, limit: limit - YOUNG };
  },
  collect() {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
  },
};
