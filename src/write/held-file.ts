import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { SiteError } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import * as messages from '../report/messages.js';

/** Bytes that are written together: a call for each text would cost more than the text. */
const CHUNK = 2 ** 20;
/** Bytes that one UTF-16 unit takes at most in UTF-8. */
const LONGEST_UNIT = 3;

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
    const most = text.length * LONGEST_UNIT;
    if (this.taken + most > CHUNK) this.flush();
    const start = this.written + this.taken;
    if (most > CHUNK) {
      const bytes = Buffer.from(text);
      this.append(bytes);
      return new HeldPart(this, start, bytes.length);
    }
    const length = this.chunk.write(text, this.taken);
    this.taken += length;
    return new HeldPart(this, start, length);
  }

  /**
   * A text by its place.
   *
   * @throws SiteError when it cannot be read, or the file is shorter than it was
   */
  readAt(start: number, length: number): string {
    const inChunk = start - this.written;
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
    this.append(this.chunk.subarray(0, this.taken));
    this.taken = 0;
  }

  private append(bytes: Buffer): void {
    this.attempt(() => writeFileSync(this.descriptor, bytes));
    this.written += bytes.length;
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
