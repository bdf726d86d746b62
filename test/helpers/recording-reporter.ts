import {
  type CommandReporter,
  createReporter,
  type LogLevel,
  PLAIN,
  type ReporterOptions,
} from '../../src/report/logger.js';

/** A reporter without colours whose output can be read. */
export function recordingReporter(
  level: LogLevel = 'info',
  more: Partial<ReporterOptions> = {},
): { reporter: CommandReporter; out: () => string; err: () => string } {
  const written = { out: '', err: '' };
  const reporter = createReporter({
    level,
    streams: {
      out: (text) => {
        written.out += text;
      },
      err: (text) => {
        written.err += text;
      },
    },
    colors: { out: PLAIN, err: PLAIN },
    ...more,
  });
  return { reporter, out: () => written.out, err: () => written.err };
}
