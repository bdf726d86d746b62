/** One direction between two threads: bytes in a shared buffer, handed over piece by piece, each side waiting for the other. */

const EMPTY = 0;
const FULL = 1;
const CLOSED = 2;

const HEADER = 8;
const ROOM = 1 << 20;

/** Memory for a pipe. */
export function createPipeBuffer(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER + ROOM);
}

/** An end of a pipe; which one is told by what is called. */
export class SharedPipe {
  /** State, and how many bytes there are. */
  private readonly header: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(buffer: SharedArrayBuffer) {
    this.header = new Int32Array(buffer, 0, 2);
    this.bytes = new Uint8Array(buffer, HEADER);
  }

  /** Hands bytes over; what does not fit waits until the other side has taken what does. Nothing once the pipe is closed. */
  write(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; ) {
      if (!this.wait(FULL, Number.POSITIVE_INFINITY)) return;
      const piece = bytes.subarray(start, start + ROOM);
      this.bytes.set(piece);
      this.header[1] = piece.length;
      this.set(FULL);
      start += piece.length;
    }
  }

  /**
   * The next piece.
   *
   * @param milliseconds how long to wait
   * @returns `null` when nothing came in time; nothing in it when the pipe is closed
   */
  read(milliseconds = Number.POSITIVE_INFINITY): Buffer | null {
    if (!this.wait(EMPTY, milliseconds))
      return Atomics.load(this.header, 0) === CLOSED ? Buffer.alloc(0) : null;
    const length = this.header[1]!;
    const piece = Buffer.allocUnsafe(length);
    piece.set(this.bytes.subarray(0, length));
    this.set(EMPTY);
    return piece;
  }

  /** Lets the other side know that there will be no more. @param reason why, where it is no end as planned */
  close(reason = ''): void {
    const text = Buffer.from(reason).subarray(0, ROOM);
    this.bytes.set(text);
    this.header[1] = text.length;
    this.set(CLOSED);
  }

  /** Why the other side has closed it; `''` where it has not, or as planned. */
  get reason(): string {
    if (Atomics.load(this.header, 0) !== CLOSED) return '';
    return Buffer.from(this.bytes.slice(0, this.header[1])).toString('utf8');
  }

  private set(state: number): void {
    Atomics.store(this.header, 0, state);
    Atomics.notify(this.header, 0);
  }

  /** Waits while the pipe is in a state. It may be woken for nothing, so it looks again. */
  private wait(state: number, milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    for (;;) {
      const now = Atomics.load(this.header, 0);
      if (now === CLOSED) return false;
      if (now !== state) return true;
      const rest = end - performance.now();
      if (rest <= 0) return false;
      Atomics.wait(this.header, 0, state, rest);
    }
  }
}
