/** Lets reading go on after a file that stops Jekyll, so that one run tells of all of them. */
import { SiteError, StopError } from '../model/diagnostic.js';
import { failureAt } from '../report/at-file.js';
import type { Reporter } from '../report/logger.js';
import type { ReadingMemory } from './reading-memory.js';

/** Remembers the last failure of a reading, having told of those before it. */
export class Failures {
  private last: SiteError | null = null;

  constructor(
    private readonly reporter: Reporter,
    private readonly memory: ReadingMemory,
  ) {}

  /**
   * What `read` gives of a file; `null` when it failed, whatever was thrown: `finish` will tell with the file.
   *
   * @throws StopError at once
   */
  attempt<T>(file: string, read: () => T): T | null {
    try {
      this.memory.begin(file);
      return read();
    } catch (error) {
      if (this.last) this.reporter.report(this.last.diagnostic);
      if (error instanceof StopError) throw error;
      this.last = error instanceof SiteError ? error : new SiteError(failureAt(file, error));
      return null;
    }
  }

  /** @throws SiteError the last failure, if there was any; those before it have been reported */
  finish(): void {
    if (this.last) throw this.last;
  }
}
