/** Lets reading go on after a file that stops Jekyll, so that one run tells of all of them. */
import { type Diagnostic, SiteError, StopError } from '../model/diagnostic.js';
import { failureAt } from '../report/at-file.js';
import type { Reporter } from '../report/logger.js';
import type { ReadingMemory } from './reading-memory.js';

/** Remembers the last failure of a reading, having told of those before it. */
export class Failures {
  private last: SiteError | null = null;
  private readonly lost: string[] = [];

  constructor(
    private readonly reporter: Reporter,
    private readonly memory: ReadingMemory,
    /** Whether what fails is told of at once and stood for, see `ReadParts`. */
    readonly keepsGoing = false,
  ) {}

  /** Files that nothing could stand for, as `attempt` was told them, while all else is read. */
  get unread(): readonly string[] {
    return this.lost;
  }

  /**
   * What `read` gives of a file; `null` when it failed, whatever was thrown: `finish` will tell with the file.
   *
   * @param stand what stands for a broken file in a build that keeps going, which is told of at once; a file that this cannot make
   *   anything of either is left out. Default: nothing, so that the file ends such a build, too
   * @throws StopError at once
   */
  attempt<T>(file: string, read: () => T, stand?: (why: Diagnostic) => T): T | null {
    try {
      this.memory.begin(file);
      return read();
    } catch (error) {
      if (error instanceof SiteError && !(error instanceof StopError) && this.keepsGoing && stand) {
        this.reporter.report(error.diagnostic);
        return this.attemptStand(file, () => stand(error.diagnostic));
      }
      if (this.last) this.reporter.report(this.last.diagnostic);
      if (error instanceof StopError) throw error;
      this.last = error instanceof SiteError ? error : new SiteError(failureAt(file, error));
      return null;
    }
  }

  private attemptStand<T>(file: string, stand: () => T): T | null {
    try {
      return stand();
    } catch (error) {
      if (!(error instanceof SiteError) || error instanceof StopError) throw error;
      this.lost.push(file);
      return null;
    }
  }

  /** @throws SiteError the last failure, if there was any; those before it have been reported */
  finish(): void {
    if (this.last) throw this.last;
  }
}
