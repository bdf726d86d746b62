import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import type { StagedText } from '../model/output.js';
import * as messages from '../report/messages.js';
import { digest } from './manifest.js';

/** Where a text is in UTF-8, and what it is there. */
export interface FileOfText {
  readonly folder: string;
  /** Path within the folder. */
  readonly name: string;
  /** SHA-1 of its bytes. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
  /** Whether it is the output of an earlier build. */
  readonly isInPlace: boolean;
}

/** A text on its way from memory to a file, and from there to its place. */
export class StagedFile implements StagedText {
  private place: Buffer | FileOfText;

  /** @param place the text in UTF-8, or where it is */
  constructor(place: Buffer | FileOfText) {
    this.place = place;
  }

  get file(): FileOfText | null {
    return Buffer.isBuffer(this.place) ? null : this.place;
  }

  read(): string {
    if (Buffer.isBuffer(this.place)) return this.place.toString('utf8');
    const { folder, name, hash } = this.place;
    const path = join(folder, name);
    const bytes = readFileSync(path);
    if (digest(bytes) !== hash) throw new SiteError(messages.outputChangedMeanwhile(path));
    return bytes.toString('utf8');
  }

  /** Lets go of the bytes in memory. @param putAside takes them to a file */
  leave(putAside: (bytes: Buffer) => FileOfText): void {
    if (Buffer.isBuffer(this.place)) this.place = putAside(this.place);
  }

  moveTo(destination: string, outputPath: string, temporary: string): void {
    const { folder, name, hash, size, isInPlace } = this.file!;
    const path = join(folder, name);
    const target = join(destination, outputPath);
    try {
      renameSync(path, target);
    } catch (error) {
      // A folder of the output may be another disk, mounted there.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      copyFileSync(path, temporary);
      renameSync(temporary, target);
      rmSync(path);
    }
    this.place = { folder: destination, name: outputPath, hash, size, isInPlace };
  }
}
