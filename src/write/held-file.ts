import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { SiteError } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import * as messages from '../report/messages.js';
import { LONGEST_UNIT, piecesOf } from './pieces.js';

/** Bytes that are written together: a call for each text would cost more than the text. */
const CHUNK = 2 ** 20;

/** Many texts in one file of UTF-8, one behind the other. */
export class HeldFile {
  private readonly descriptor: number;
  /** What is not in the file yet. */
  private readonly chunk = Buffer.allocUnsafe(CHUNK);
  /** Bytes of `chunk` that are taken. */
  private taken = 0;
  /** Bytes in the file. */
  private written = 0;
  /** Where texts are read to: one place for all, since V8 lets buffers of its own pile up. */
  private reading = Buffer.alloc(0);

  /** @throws SiteError when the file cannot be made */
  constructor(private readonly path: string) {
    this.descriptor = this.attempt(() => openSync(path, 'wx+'));
  }

  /**
   * Takes a text of whole characters.
   *
   * @throws SiteError when it cannot be written
   */
  add(text: string): HeldText {
    const start = this.written + this.taken;
    for (const piece of piecesOf(text, CHUNK)) this.put(piece);
    return new HeldPart(this, start, this.written + this.taken - start);
  }

  private put(piece: string): void {
    if (this.taken + piece.length * LONGEST_UNIT > CHUNK) this.flush();
    this.taken += this.chunk.write(piece, this.taken);
  }

  /**
   * A text by its place.
   *
   * @throws SiteError when it cannot be read, or the file is shorter than it was
   */
  readAt(start: number, length: number): string {
    const inChunk = start - this.written;
    if (inChunk < 0 && inChunk + length > 0) this.flush();
    if (inChunk >= 0) return this.chunk.toString('utf8', inChunk, inChunk + length);
    if (length > this.reading.length) this.reading = Buffer.allocUnsafe(length);
    const read = this.attempt(() => readSync(this.descriptor, this.reading, 0, length, start));
    if (read !== length) throw new SiteError(messages.outputChangedMeanwhile(this.path));
    return this.reading.toString('utf8', 0, length);
  }

  /** Its texts can be read no more. */
  close(): void {
    closeSync(this.descriptor);
  }

  private flush(): void {
    this.attempt(() => writeFileSync(this.descriptor, this.chunk.subarray(0, this.taken)));
    this.written += this.taken;
    this.taken = 0;
  }

  private attempt<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw new SiteError({ ...messages.unwritableFile((error as Error).message, this.path), cause: error });
    }
  }
}

/** A text by its place in the file; there may be hundreds of thousands. */
class HeldPart implements HeldText {
  constructor(
    private readonly file: HeldFile,
    private readonly start: number,
    private readonly length: number,
  ) {}

  read(): string {
    return this.file.readAt(this.start, this.length);
  }

  /** To the eye of whoever compares records it is its text. */
  toJSON(): string {
    return this.read();
  }
}
