/** Texts in one file, one behind the other, that are read when somebody asks for them. */
import { crc32 } from 'node:zlib';
import type { HeldText } from '../model/output.js';
import { AppendedFile, type PlaceInFile } from './appended-file.js';
import { LostStateError } from './lost-state.js';

/** A text in a pack. */
export interface PackedText extends HeldText, PlaceInFile {
  readonly pack: TextPack;
}

/** Whether a text stands in a pack. */
export function isPacked(text: string | HeldText): text is PackedText {
  return typeof text !== 'string' && 'pack' in text;
}

/** An open file of texts. It is only ever added to: what stands in it stays. */
export class TextPack {
  private readonly file: AppendedFile;

  /** @param path absolute; made when it is not there */
  constructor(readonly path: string) {
    this.file = new AppendedFile(path);
  }

  /** Its length in bytes. */
  get size(): number {
    return this.file.size;
  }

  /** The text at a place, which is read when somebody asks; a damaged one throws `LostStateError` then. */
  at(start: number, size: number, sum: number): PackedText {
    return new TextInPack(this, start, size, sum);
  }

  /** Adds a text at the end, which may wait to be written for a while. */
  add(text: string): PackedText {
    const { start, size, sum } = this.file.add(text);
    return this.at(start, size, sum);
  }

  /** Adds texts at the end; where each of them is. Another build may have added some since it was opened. */
  addAll(texts: Iterable<string>): PackedText[] {
    this.file.flush();
    this.file.goToEnd();
    const places = Array.from(texts, (text) => this.add(text));
    this.file.flush();
    return places;
  }

  close(): void {
    this.file.close();
  }

  /** @throws LostStateError for other bytes than were written */
  read({ start, size, sum }: PlaceInFile): string {
    const bytes = this.file.bytesAt(start, size);
    if (bytes === null || crc32(bytes) !== sum) throw new LostStateError();
    return bytes.toString('utf8');
  }
}

/** There may be hundreds of thousands. */
class TextInPack implements PackedText {
  constructor(
    readonly pack: TextPack,
    readonly start: number,
    readonly size: number,
    readonly sum: number,
  ) {}

  read(): string {
    return this.pack.read(this);
  }

  /** To the eye of whoever compares records it is its text. */
  toJSON(): string {
    return this.read();
  }
}
