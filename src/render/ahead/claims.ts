/** Who converts which text: each is claimed once, by whichever thread comes to it first. */

const FREE = 0;
const CLAIMED = 1;

/** Claims that two threads share, and how far the one that renders has come. */
export class Claims {
  private readonly states: Int32Array;

  /** @param memory as {@link createClaims} made it */
  constructor(readonly memory: SharedArrayBuffer) {
    this.states = new Int32Array(memory);
  }

  /** Claims a text by its place in the order of turns; `false` where the other thread did. */
  claim(index: number): boolean {
    return Atomics.compareExchange(this.states, index + 1, FREE, CLAIMED) === FREE;
  }

  /** Lets a millisecond go by. */
  pause(): void {
    Atomics.wait(this.states, 0, this.position, 1);
  }

  /** The place whose turn it is. */
  get position(): number {
    return Atomics.load(this.states, 0);
  }

  set position(index: number) {
    Atomics.store(this.states, 0, index);
  }
}

/** Memory for the claims of so many texts. */
export function createClaims(count: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * (count + 1));
}
