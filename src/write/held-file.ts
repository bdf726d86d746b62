import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { SiteError } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import * as messages from '../report/messages.js';

/** Many texts in one file of UTF-8, one behind the other. */
export class HeldFile {
  private readonly descriptor: number;
  private length = 0;

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
    const bytes = Buffer.from(text);
    const start = this.length;
    this.length += bytes.length;
    this.attempt(() => writeFileSync(this.descriptor, bytes));
    return { read: () => this.readAt(start, bytes.length) };
  }

  /** @throws SiteError when it cannot be read, or is shorter than it was */
  private readAt(start: number, length: number): string {
    const bytes = Buffer.allocUnsafe(length);
    const read = this.attempt(() => readSync(this.descriptor, bytes, 0, length, start));
    if (read !== length) throw new SiteError(messages.outputChangedMeanwhile(this.path));
    return bytes.toString('utf8');
  }

  /** Its texts can be read no more. */
  close(): void {
    closeSync(this.descriptor);
  }

  private attempt<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw new SiteError({ ...messages.unwritableFile((error as Error).message, this.path), cause: error });
    }
  }
}
