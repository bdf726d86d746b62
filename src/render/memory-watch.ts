/** Telling that memory runs short while there is still some to tell it with. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SiteError } from '../model/diagnostic.js';
import type { Renderable } from '../model/page.js';
import * as messages from '../report/messages.js';
import { placeInMessages } from '../site/site-files.js';
import type { RenderState } from './render-state.js';

/** V8's heap, in bytes. */
export interface HeapFigures {
  readonly used: number;
  /** Where V8 gives up, by ending the process. */
  readonly limit: number;
}

/** What the watch asks of V8. */
export interface Heap {
  figures(): HeapFigures;
  /** Frees what nobody has any more. */
  collect(): void;
}

/** Looks once in so many turns. */
const TURNS_BETWEEN = 32;
/** A share of the limit beyond which a turn or two may be the end. */
const FULL = 0.9;
/** What V8 counts into its limit for young objects, three half-spaces of 16 MiB: it gives up when the rest is full of old ones. */
const YOUNG = 3 * 16 * 2 ** 20;
/** So many of the largest files are named. */
const NAMED = 3;

/** Looks after the memory of one rendering. */
export class MemoryWatch {
  private turns = 0;

  constructor(
    private readonly state: RenderState,
    private readonly heap: Heap = v8Heap,
  ) {}

  /**
   * Called after each turn.
   *
   * @param file  whose turn it was
   * @param files all there are
   * @throws SiteError when hardly anything is left
   */
  afterTurn(file: Renderable, files: () => readonly Renderable[]): void {
    if (++this.turns % TURNS_BETWEEN !== 0 || !this.isFull()) return;
    this.heap.collect();
    if (!this.isFull()) return;
    const largest = files()
      .map((other) => ({ file: placeInMessages(other), size: this.state.unitsInMemory(other) }))
      .sort((a, b) => b.size - a.size)
      .slice(0, NAMED);
    throw new SiteError(messages.memoryShort(this.heap.figures().limit, placeInMessages(file), largest));
  }

  private isFull(): boolean {
    const { used, limit } = this.heap.figures();
    return used > FULL * limit;
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
