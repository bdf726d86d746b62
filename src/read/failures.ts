/** Lets reading go on after a file that stops Jekyll, so that one run tells of all of them. */
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';

/** Remembers the last failure of a reading, having told of those before it. */
export class Failures {
  private last: SiteError | null = null;

  constructor(private readonly reporter: Reporter) {}

  /** What `read` gives; `null` when it failed, which `finish` will tell. */
  attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      if (this.last) this.reporter.report(this.last.diagnostic);
      this.last = error;
      return null;
    }
  }

  /** @throws SiteError the last failure, if there was any; those before it have been reported */
  finish(): void {
    if (this.last) throw this.last;
  }
}
