import type { Reporter } from '../../report/logger.js';

/** The reporter of a build of which the result alone is of interest; how far it is still shows. */
export function silenced(reporter: Reporter): Reporter {
  const silent = (): void => {};
  return {
    ...reporter,
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    raw: silent,
    report: silent,
  };
}
