import type { Diagnostic } from '../model/diagnostic.js';
import { includeChain } from './include-chain.js';
import type { CommandReporter, LogLevel, Palette } from './logger.js';

/** Blank columns before what belongs to a message, so that it stands under the message and not under the topic. */
const INDENT = ' '.repeat(20);

/**
 * Prints Jekyll's own line first (people grep for it), then what Jekyll does not tell: the place, the code frame, the chain of
 * includes, the next step. For a place that has been shown before, Jekyll's line is enough.
 */
export function printDiagnostic(
  diagnostic: Diagnostic,
  reporter: CommandReporter,
  { isRepeated }: { isRepeated: boolean },
): void {
  const level = levelOf(diagnostic);
  const colors = level === 'info' ? reporter.colors.out : reporter.colors.err;
  const print = (text: string): void => reporter.raw(level, INDENT + text);
  printMessage(diagnostic, level, reporter);
  if (isRepeated) return;
  const place = placeOf(diagnostic);
  if (place) print(`at ${colors.cyan(place)}`);
  for (const line of diagnostic.frame?.split('\n') ?? []) print(paintFrame(line, level, colors));
  for (const line of includeChain((diagnostic.stack ?? []).map(colors.cyan))) print(line);
  if (diagnostic.hint) print(`→ ${diagnostic.hint}`);
  if (reporter.isTraced) for (const stack of stacksOf(diagnostic.cause)) reporter.raw(level, stack);
}

/** The line in question stands out, the caret has the colour of the message, the lines around them step back. */
function paintFrame(line: string, level: LogLevel, colors: Palette): string {
  if (line.startsWith('>')) return colors.bold(line);
  if (/^ +\| [ \t]*\^$/.test(line)) return level === 'error' ? colors.red(line) : colors.yellow(line);
  return colors.dim(line);
}

/** The stack of an error and of what caused it, outermost first. */
export function stacksOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.stack ?? error.message, ...stacksOf(error.cause)];
}

/** `file:line:column`, as far as known; editors and terminals make it a link. */
export function placeOf({ file, line, column }: Diagnostic): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function printMessage(diagnostic: Diagnostic, level: LogLevel, reporter: CommandReporter): void {
  const write = level === 'error' ? reporter.error : level === 'warn' ? reporter.warn : reporter.info;
  const [first = '', ...rest] = diagnostic.message.split('\n');
  // Without a topic Jekyll hands the whole message over as the topic: it is padded like one.
  if (diagnostic.topic === undefined) write(first);
  else write(diagnostic.topic, first);
  for (const line of rest) write('', line);
  if (diagnostic.aside !== undefined) write(diagnostic.aside);
}

function levelOf({ severity }: Diagnostic): LogLevel {
  if (severity === 'error') return 'error';
  return severity === 'warning' ? 'warn' : 'info';
}
