/** Texts in one file, one behind the other, that are read when somebody asks for them. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { HeldText } from '../model/output.js';
import { LostStateError } from './lost-state.js';

/** A text in a pack. */
export interface PackedText extends HeldText {
  readonly pack: TextPack;
  /** Where it begins and how long it is, in bytes. */
  readonly start: number;
  readonly size: number;
  /** CRC-32 of its bytes. */
  readonly sum: number;
}

/** Whether a text stands in a pack. */
export function isPacked(text: string | HeldText): text is PackedText {
  return typeof text !== 'string' && 'pack' in text;
}

/** Bytes that are written together. */
const CHUNK = 2 ** 20;

/** An open file of texts. It is only ever added to: what stands in it stays. */
export class TextPack {
  private readonly descriptor: number;
  /** Its length in bytes. */
  size: number;

  /** @param path absolute; made when it is not there */
  constructor(readonly path: string) {
    this.descriptor = openSync(path, 'a+');
    this.size = fstatSync(this.descriptor).size;
  }

  /** The text at a place, which is read when somebody asks; a damaged one throws `LostStateError` then. */
  at(start: number, size: number, sum: number): PackedText {
    return { pack: this, start, size, sum, read: () => this.read(start, size, sum) };
  }

  /** Adds texts at the end; where each of them is. Another build may have added some since it was opened. */
  add(texts: Iterable<string>): PackedText[] {
    this.size = fstatSync(this.descriptor).size;
    const places: PackedText[] = [];
    let waiting: Buffer[] = [];
    let size = 0;
    const write = (): void => {
      this.append(Buffer.concat(waiting));
      waiting = [];
      size = 0;
    };
    for (const text of texts) {
      const bytes = Buffer.from(text);
      places.push(this.at(this.size + size, bytes.length, crc32(bytes)));
      waiting.push(bytes);
      size += bytes.length;
      if (size > CHUNK) write();
    }
    write();
    return places;
  }

  private append(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done);
    this.size += bytes.length;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private read(start: number, size: number, sum: number): string {
    const bytes = Buffer.allocUnsafe(size);
    for (let done = 0; done < size; ) {
      const count = readSync(this.descriptor, bytes, done, size - done, start + done);
      if (count === 0) throw new LostStateError();
      done += count;
    }
    if (crc32(bytes) !== sum) throw new LostStateError();
    return bytes.toString('utf8');
  }
}
