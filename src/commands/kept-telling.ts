import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CommandReporter } from '../report/logger.js';
import type { Told } from '../serve/finding.js';
import { placesFrom } from './line/places.js';

/** A reporter, and what it told in red or yellow: open pages show it, too. */
export interface KeptTelling {
  readonly reporter: CommandReporter;
  /** In order, growing. */
  readonly told: readonly Told[];
  /** Keeps what has been printed before. */
  tell(diagnostic: Diagnostic): void;
}

/**
 * A reporter that counts places from the working directory, and keeps what it tells.
 *
 * @param onProgress told how far the build is
 */
export function tellAndKeep(
  inner: CommandReporter,
  directory: string,
  config: Config,
  onProgress: (progress: string) => void,
): KeptTelling {
  const told: Told[] = [];
  let owner: string | undefined;
  const keep = (diagnostic: Diagnostic): void => {
    const { severity, isHarmless } = diagnostic;
    if (severity !== 'info' && isHarmless !== true) told.push({ diagnostic, owner });
  };
  const located = (report: (diagnostic: Diagnostic) => void): ((diagnostic: Diagnostic) => void) => {
    const placed = placesFrom(directory, config, { ...inner, report });
    return (diagnostic) => {
      owner = diagnostic.file;
      placed.report(diagnostic);
    };
  };
  const line =
    (severity: 'error' | 'warning', print: (topic: string, message?: string) => void) =>
    (topic: string, message = ''): void => {
      print(topic, message);
      told.push({ diagnostic: { severity, code: 'told', topic, message }, owner: undefined });
    };
  const report = located((diagnostic) => {
    keep(diagnostic);
    inner.report(diagnostic);
  });
  const reporter: CommandReporter = {
    ...inner,
    report,
    warn: line('warning', inner.warn),
    error: line('error', inner.error),
    progress: {
      ...inner.progress,
      step(stage, done, total) {
        inner.progress.step(stage, done, total);
        onProgress(total > 0 ? `${stage}: ${done} of ${total}` : `${stage}: ${done}`);
      },
    },
    get leftOut() {
      return inner.leftOut;
    },
  };
  return { reporter, told, tell: located(keep) };
}
