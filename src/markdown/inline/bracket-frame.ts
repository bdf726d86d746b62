import type { Frame, Grammar } from './frame.js';
import type { SpanState } from './state.js';

/** What is known about brackets, for texts of links with the same elements around. */
export interface BracketMemo {
  /**
   * For places from which a text ran to the end without closing: how many more brackets close than open behind the place, at the
   * most favourable point (0 or negative; infinity if none closes). A text that needs more than that never closes.
   */
  readonly shortfalls: Map<number, number>;
  /** Closing brackets by the place behind the opening one. */
  readonly closers: Map<number, number>;
}

/** Knows nothing. */
export function createBracketMemo(): BracketMemo {
  return { shortfalls: new Map(), closers: new Map() };
}

/**
 * The text of a link or an image. It closes at the bracket that balances; brackets of images in it do not count, others do, even
 * those that are text.
 */
export class BracketFrame implements Frame {
  readonly type = 'link';
  /** Open brackets: opened less closed less images. */
  #depth = 1;
  /** Where the open ones' texts start, itself left out. */
  readonly #openings: number[] = [];
  /** Places where text ended, and the depth there. */
  readonly #places: number[] = [];
  readonly #depths: number[] = [];
  /** The depth behind each place that is a closing bracket, infinity for the others. */
  readonly #lows: number[] = [];
  /** Smallest depth reached behind the last place, when known from an earlier attempt. */
  #lowestAhead = Number.POSITIVE_INFINITY;

  constructor(
    public grammar: Grammar,
    readonly start: number,
    private readonly memo: BracketMemo,
  ) {}

  closes(state: SpanState): boolean {
    const { src, pos } = state;
    const shortfall = state.isThrifty ? this.memo.shortfalls.get(pos) : undefined;
    if (shortfall !== undefined && this.#depth + shortfall > 0) {
      this.#lowestAhead = this.#depth + shortfall;
      state.pos = src.length;
      return false;
    }
    this.#places.push(pos);
    this.#depths.push(this.#depth);
    this.#lows.push(Number.POSITIVE_INFINITY);
    const code = src.charCodeAt(pos);
    if (code === 0x5d) this.#close(pos);
    else if (code === 0x5b) this.#open(pos + 1);
    else if (code === 0x21 && src.charCodeAt(pos + 1) === 0x5b) this.#open(pos + 2);
    else return false;
    return this.#depth === 0;
  }

  #open(start: number): void {
    this.#depth++;
    this.#openings.push(start);
  }

  #close(pos: number): void {
    this.#lows[this.#lows.length - 1] = --this.#depth;
    const start = this.#openings.pop();
    if (start !== undefined) this.memo.closers.set(start, pos);
  }

  addImage(): void {
    this.#depth--;
    this.#openings.pop();
  }

  /** Keeps what a text that never closed tells about others. */
  rememberFailure(): void {
    let lowest = this.#lowestAhead;
    for (let index = this.#places.length - 1; index >= 0; index--) {
      lowest = Math.min(lowest, this.#lows[index]!);
      this.memo.shortfalls.set(this.#places[index]!, lowest - this.#depths[index]!);
    }
  }
}
