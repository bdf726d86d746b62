/**
 * What the user is told while a command runs, in Jekyll's layout: a topic right-justified to 20 columns, then the message
 * (Jekyll 4.4.1, `LogAdapter` and `Stevenson`).
 */
import type { Diagnostic } from '../model/diagnostic.js';
import { placeOf, printDiagnostic } from './print-diagnostic.js';
import { NO_PROGRESS, type Progress } from './progress.js';

/** From most to least talkative; a reporter writes its own level and those after it. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
/** So often a place is named; the tenth time is shown, the eleventh isn't. */
const SHOWN_PER_PLACE = 10;
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

/** Everything a build says goes through one of these; it prints, and knows nothing of how the build fares. */
export interface Reporter {
  debug(topic: string, message?: string): void;
  /** To standard output; everything above to standard error. */
  info(topic: string, message?: string): void;
  warn(topic: string, message?: string): void;
  error(topic: string, message?: string): void;
  /** Lines as they are, without a topic column or a colour: code frames, help texts, tables. */
  raw(level: LogLevel, text: string): void;
  /**
   * Prints an error or a warning with its place, frame and hint. A place that comes up again and again, since a
   * thousand pages include it, is shown in full once, then by Jekyll's line alone, and in the end not at all.
   */
  report(diagnostic: Diagnostic): void;
  /** Where a long build tells how far it is; the line goes before anything is written. */
  readonly progress: Progress;
}

/** The reporter of a command, which prints more than a build does. */
export interface CommandReporter extends Reporter {
  readonly level: LogLevel;
  /** Colours of standard output and of standard error. */
  readonly colors: { readonly out: Palette; readonly err: Palette };
  /** How many diagnostics were left out since their place had been shown often enough. */
  readonly leftOut: number;
  /** Whether errors are printed with the stacks of their causes (`--trace`). */
  readonly isTraced: boolean;
}

/** What a reporter is made of. */
export interface ReporterOptions {
  readonly level: LogLevel;
  readonly streams: Streams;
  readonly colors: { readonly out: Palette; readonly err: Palette };
  /** Default: none. */
  readonly progress?: Progress;
  /** Default: false. */
  readonly isTraced?: boolean;
}

/** No colours: pipes, files, tests, `NO_COLOR`. */
export const PLAIN: Palette = { red: same, yellow: same, cyan: same, dim: same, bold: same };

/** A reporter for one command, or for one of the builds of a command that goes on building. */
export function createReporter(options: ReporterOptions): CommandReporter {
  const { level, streams, colors, progress = NO_PROGRESS, isTraced = false } = options;
  const timesAt = new Map<string, number>();
  let leftOut = 0;
  const raw = (of: LogLevel, text: string): void => {
    if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return;
    progress.clear();
    (isOut(of) ? streams.out : streams.err)(`${text}\n`);
  };
  const write =
    (of: LogLevel) =>
    (topic: string, message = ''): void =>
      raw(of, paint(of, formatLine(topic, message), isOut(of) ? colors.out : colors.err));
  const reporter: CommandReporter = {
    level,
    colors,
    progress,
    isTraced,
    raw,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    report(diagnostic) {
      const times = countAt(diagnostic, timesAt);
      if (times > SHOWN_PER_PLACE) leftOut++;
      else printDiagnostic(diagnostic, reporter, { isRepeated: times > 1 });
    },
    get leftOut() {
      return leftOut;
    },
  };
  return reporter;
}

/** Says nothing, for what is told elsewhere. */
export const SILENT: CommandReporter = createReporter({
  level: 'error',
  streams: { out: () => {}, err: () => {} },
  colors: { out: PLAIN, err: PLAIN },
});

/**
 * Topic and message on one line, runs of white space in the message made one space, as `LogAdapter#message` does; the space that
 * Jekyll leaves at the end of a line without a message is left out.
 */
export function formatLine(topic: string, message: string): string {
  const line = `${topic} `.padStart(TOPIC_WIDTH) + message.replace(/[ \t\r\n\f\v]+/g, ' ');
  return line.replace(/ +$/, '');
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

/** How often the place has come up, this time included; without a line nothing is a place. */
function countAt(diagnostic: Diagnostic, timesAt: Map<string, number>): number {
  if (diagnostic.line === undefined) return 1;
  const key = `${diagnostic.code} ${placeOf(diagnostic)}`;
  const times = (timesAt.get(key) ?? 0) + 1;
  timesAt.set(key, times);
  return times;
}

/** Jekyll's division: what is no trouble goes to standard output. */
function isOut(level: LogLevel): boolean {
  return level === 'debug' || level === 'info';
}

function paint(level: LogLevel, text: string, palette: Palette): string {
  if (level === 'error') return palette.red(text);
  return level === 'warn' ? palette.yellow(text) : text;
}

function same(text: string): string {
  return text;
}
