import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { SiteError } from '../model/diagnostic.js';
import type { StagedText } from '../model/output.js';
import * as messages from '../report/messages.js';
import { digest } from './manifest.js';

/** Where a text is in UTF-8, and what it is there. */
export interface FileOfText {
  readonly path: string;
  /** SHA-1 of its bytes. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
  /** Whether it is the output of an earlier build. */
  readonly isInPlace: boolean;
}

/** A text on its way from memory to a file, and from there to its place. */
export class StagedFile implements StagedText {
  private place: string | FileOfText;

  constructor(text: string) {
    this.place = text;
  }

  get file(): FileOfText | null {
    return typeof this.place === 'string' ? null : this.place;
  }

  read(): string {
    if (typeof this.place === 'string') return this.place;
    const { path, hash } = this.place;
    const bytes = readFileSync(path);
    if (digest(bytes) !== hash) throw new SiteError(messages.outputChangedMeanwhile(path));
    return bytes.toString('utf8');
  }

  /** Lets go of the text in memory. */
  leaveTo(file: FileOfText): void {
    this.place = file;
  }

  moveTo(target: string, temporary: string): void {
    const { path } = this.file!;
    try {
      renameSync(path, target);
    } catch (error) {
      // A folder of the output may be another disk, mounted there.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      copyFileSync(path, temporary);
      renameSync(temporary, target);
      rmSync(path);
    }
    this.place = { ...this.file!, path: target };
  }
}
