import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { SiteError } from '../model/diagnostic.js';
import type { StagedText } from '../model/output.js';
import * as messages from '../report/messages.js';
import { digest } from './manifest.js';

/** A text in a file of UTF-8. */
export class StagedFile implements StagedText {
  constructor(
    private path: string,
    readonly hash: string,
    readonly size: number,
    readonly isInPlace: boolean,
  ) {}

  read(): string {
    const bytes = readFileSync(this.path);
    if (digest(bytes) !== this.hash) throw new SiteError(messages.outputChangedMeanwhile(this.path));
    return bytes.toString('utf8');
  }

  moveTo(target: string, temporary: string): void {
    try {
      renameSync(this.path, target);
    } catch (error) {
      // A folder of the output may be another disk, mounted there.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      copyFileSync(this.path, temporary);
      renameSync(temporary, target);
      rmSync(this.path);
    }
    this.path = target;
  }
}
