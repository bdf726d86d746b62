import { writeMarshal } from './marshal/write-marshal.js';

/** How long Ruby may take over what it was asked, and what is said while it does. */
export interface Patience {
  /** When the engine is ended, as `performance.now()` counts. */
  readonly deadline: number;
  /** When a line says what is running; `null` once it has. */
  readonly notice: number | null;
  /** What is running, e.g. `the tag note (_plugins/note.rb)`. */
  readonly what: string;
}

/** Why an engine answers no more. */
export type WireEnd = 'ended' | 'too late';

/**
 * What an engine is reached by: messages there and back, one at a time, in a single thread's turn. Its beginning is a mark where whoever starts
 * it says that it will be brought back.
 */
export interface Wire {
  /** Sends a message to Ruby; one that has ended takes it without a word. */
  send(message: Buffer): void;
  /**
   * Waits for Ruby's next message.
   *
   * @throws WireError when none comes any more
   */
  receive(patience: Patience): Buffer;
  /** Makes this the moment that `reset` leads to. */
  mark(): void;
  /**
   * Brings Ruby back to the last mark, beside this thread.
   *
   * @returns whether it can be: else there is nothing to do but to end it
   */
  reset(): boolean;
  /** The same, to the mark before the last. */
  drop(): boolean;
  /** Ends the engine, whatever it does. */
  close(): void;
}

/** An engine that answers no more. */
export class WireError extends Error {
  constructor(
    readonly end: WireEnd,
    readonly what: string,
    /** What the engine itself failed with; `''` where it says nothing. */
    readonly reason = '',
  ) {
    super(end === 'ended' ? `Ruby ended itself in ${what}` : `${what} took too long`);
    this.name = 'WireError';
  }
}

/** The message by which Ruby is told to do something that is no call. */
export function orderTo(name: 'leave' | 'mark' | 'reset' | 'drop'): Buffer {
  return writeMarshal([name], (object) => object);
}

/** A message with its length before it. */
export function framed(message: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(4 + message.length);
  frame.writeUInt32LE(message.length, 0);
  message.copy(frame, 4);
  return frame;
}

/** Puts messages together from whatever pieces come. */
export class MessageReader {
  private pieces: Buffer[] = [];
  private size = 0;

  /** @param next the next piece; empty when there is none to come */
  constructor(private readonly next: () => Buffer) {}

  /** The next message; `null` at the end. */
  read(): Buffer | null {
    const head = this.take(4);
    return head === null ? null : this.take(head.readUInt32LE(0));
  }

  private take(count: number): Buffer | null {
    while (this.size < count) {
      const piece = this.next();
      if (piece.length === 0) return null;
      this.pieces.push(piece);
      this.size += piece.length;
    }
    const all = this.pieces.length === 1 ? this.pieces[0]! : Buffer.concat(this.pieces);
    this.pieces = count < all.length ? [all.subarray(count)] : [];
    this.size -= count;
    return all.subarray(0, count);
  }
}
