/**
 * What the user is told while a command runs, in Jekyll's layout: a topic right-justified to 20 columns, then the message
 * (Jekyll 4.4.1, `LogAdapter` and `Stevenson`).
 */
import type { Diagnostic } from '../model/diagnostic.js';
import { printDiagnostic } from './print-diagnostic.js';

/** From most to least talkative; a reporter writes its own level and those after it. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
/** Columns of the topic, the space after it counted. */
const TOPIC_WIDTH = 20;

/** Where lines go: standard output and error, or arrays in a test. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Colours of one stream: identity functions where there is no terminal. */
export interface Palette {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Everything a command or a build says goes through one of these. */
export interface Reporter {
  readonly level: LogLevel;
  /** Colours of standard output and of standard error. */
  readonly colors: { readonly out: Palette; readonly err: Palette };
  debug(topic: string, message?: string): void;
  /** To standard output; everything above to standard error. */
  info(topic: string, message?: string): void;
  warn(topic: string, message?: string): void;
  error(topic: string, message?: string): void;
  /** Lines as they are, without a topic column: code frames, help texts, tables. */
  raw(level: LogLevel, text: string): void;
  /** Prints an error or a warning with its place, frame and hint, and counts it. */
  report(diagnostic: Diagnostic): void;
  /** How many diagnostics of each severity were reported so far, those that the level hides counted. */
  readonly counts: { readonly errors: number; readonly warnings: number };
}

export interface ReporterOptions {
  readonly level: LogLevel;
  readonly streams: Streams;
  readonly colors: { readonly out: Palette; readonly err: Palette };
}

/** No colours: pipes, files, tests, `NO_COLOR`. */
export const PLAIN: Palette = { red: same, yellow: same, cyan: same, dim: same, bold: same };

/** A reporter for one command. */
export function createReporter(options: ReporterOptions): Reporter {
  const { level, streams, colors } = options;
  const counts = { errors: 0, warnings: 0 };
  const raw = (of: LogLevel, text: string): void => {
    if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return;
    const isOut = of === 'debug' || of === 'info';
    (isOut ? streams.out : streams.err)(`${paint(of, text, isOut ? colors.out : colors.err)}\n`);
  };
  const write =
    (of: LogLevel) =>
    (topic: string, message = ''): void =>
      raw(of, formatLine(topic, message));
  const reporter: Reporter = {
    level,
    colors,
    counts,
    raw,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    report(diagnostic) {
      if (diagnostic.severity === 'error') counts.errors++;
      if (diagnostic.severity === 'warning') counts.warnings++;
      printDiagnostic(diagnostic, reporter);
    },
  };
  return reporter;
}

/** Topic and message on one line, runs of white space in the message made one space, as `LogAdapter#message` does. */
export function formatLine(topic: string, message: string): string {
  return `${topic} `.padStart(TOPIC_WIDTH) + message.replace(/[ \t\r\n\f\v]+/g, ' ');
}

/** The level from the flags, else `JEKYLL_LOG_LEVEL`, else `info`. Quiet wins over verbose, as in Jekyll. */
export function levelFrom(
  flags: { quiet: boolean; verbose: boolean },
  environment: string | undefined,
): LogLevel {
  if (flags.quiet) return 'error';
  if (flags.verbose) return 'debug';
  return LEVELS.find((level) => level === environment) ?? 'info';
}

function paint(level: LogLevel, text: string, palette: Palette): string {
  if (level === 'error') return palette.red(text);
  return level === 'warn' ? palette.yellow(text) : text;
}

function same(text: string): string {
  return text;
}
