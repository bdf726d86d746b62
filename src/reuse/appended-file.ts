/** A file that texts are added to, one behind the other, and read from while it is open. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { LONGEST_UNIT, piecesOf } from './pieces.js';

/** Bytes that are written together: a call for each text would cost more than the text. */
const CHUNK = 2 ** 20;

/** Where a text is in a file. */
export interface PlaceInFile {
  /** Where it begins and how long it is, in bytes. */
  readonly start: number;
  readonly size: number;
  /** CRC-32 of its bytes. */
  readonly sum: number;
}

/** Texts in UTF-8. All of its methods throw what Node says of a disk that fails. */
export class AppendedFile {
  private readonly descriptor: number;
  /** What is not in the file yet. */
  private chunk: Buffer | null = null;
  /** Bytes of `chunk` that are taken. */
  private taken = 0;
  /** Bytes in the file. */
  private written: number;
  /** Where texts are read to: one place for all, since V8 lets buffers of its own pile up. */
  private reading = Buffer.alloc(0);

  /** @param path absolute; made when it is not there */
  constructor(path: string) {
    this.descriptor = openSync(path, 'a+');
    this.written = fstatSync(this.descriptor).size;
  }

  /** Its length in bytes, with what is not in the file yet. */
  get size(): number {
    return this.written + this.taken;
  }

  /** Goes on where the file ends now, which others may have added to. Nothing may wait to be written. */
  goToEnd(): void {
    this.written = fstatSync(this.descriptor).size;
  }

  /** Takes a text of whole characters, at the latest when a chunk of them is together. */
  add(text: string): PlaceInFile {
    const start = this.size;
    let sum = 0;
    for (const piece of piecesOf(text, CHUNK)) sum = this.put(piece, sum);
    return { start, size: this.size - start, sum };
  }

  /** @returns the sum of all bytes so far */
  private put(piece: string, sum: number): number {
    if (this.taken + piece.length * LONGEST_UNIT > CHUNK) this.flush();
    this.chunk ??= Buffer.allocUnsafe(CHUNK);
    const start = this.taken;
    this.taken += this.chunk.write(piece, start);
    return crc32(this.chunk.subarray(start, this.taken), sum);
  }

  /** Writes what waits. What a full disk does not take goes on waiting, and can be read. */
  flush(): void {
    while (this.taken > 0) {
      const count = writeSync(this.descriptor, this.chunk!, 0, this.taken);
      this.chunk!.copyWithin(0, count, this.taken);
      this.written += count;
      this.taken -= count;
    }
  }

  /** The bytes at a place, until the next call; `null` where the file is shorter than it was. */
  bytesAt(start: number, size: number): Buffer | null {
    const inChunk = start - this.written;
    if (inChunk < 0 && inChunk + size > 0) this.flush();
    if (inChunk >= 0) return this.chunk?.subarray(inChunk, inChunk + size) ?? Buffer.alloc(0);
    if (size > this.reading.length) this.reading = Buffer.allocUnsafe(size);
    for (let done = 0; done < size; ) {
      const count = readSync(this.descriptor, this.reading, done, size - done, start + done);
      if (count === 0) return null;
      done += count;
    }
    return this.reading.subarray(0, size);
  }

  /** Its texts can be read no more. */
  close(): void {
    closeSync(this.descriptor);
  }
}
