import type { Diagnostic } from '../model/diagnostic.js';
import { inOurWords, jekyllsWords } from './in-our-words.js';
import { includeChain } from './include-chain.js';
import type { CommandReporter, LogLevel, Palette } from './logger.js';

/** Blank columns before what belongs to a message, so that it stands under the message and not under the topic. */
const INDENT = ' '.repeat(20);

/**
 * Prints our sentence, the place with the number of the page behind it, the code frame, the chain of includes and the next step; last, and
 * dim, Jekyll's own line where it says something else, since people search for it. For a place that has been shown before, Jekyll's line is
 * enough: it names the page.
 */
export function printDiagnostic(
  diagnostic: Diagnostic,
  reporter: CommandReporter,
  { isRepeated }: { isRepeated: boolean },
): void {
  const level = levelOf(diagnostic);
  const colors = level === 'info' ? reporter.colors.out : reporter.colors.err;
  const print = (text: string): void => reporter.raw(level, INDENT + text);
  const { number, sentence, hint } = inOurWords(diagnostic);
  const place = sentence === null && beginsWithPlace(diagnostic) ? '' : placeOf(diagnostic);
  const tail = number === null ? '' : ` (${number})`;
  if (isRepeated) {
    printMessage(diagnostic, '', level, reporter);
    return;
  }
  if (sentence === null) printMessage(diagnostic, place === '' ? tail : '', level, reporter);
  else writerOf(level, reporter)(labelOf(diagnostic), sentence + (place === '' ? tail : ''));
  if (place) print(`at ${colors.cyan(place)}${colors.dim(tail)}`);
  for (const line of diagnostic.frame?.split('\n') ?? []) print(paintFrame(line, level, colors));
  for (const line of includeChain((diagnostic.stack ?? []).map(colors.cyan))) print(line);
  if (hint) print(`→ ${hint}`);
  if (sentence !== null) for (const line of jekyllsWords(diagnostic).split('\n')) print(colors.dim(line));
  if (reporter.isTraced) for (const stack of stacksOf(diagnostic.cause)) reporter.raw(level, stack);
}

/** Whether the message, a line, says where it is: a path at its beginning need not follow it once more. */
function beginsWithPlace({ file, line, message }: Diagnostic): boolean {
  if (file === undefined || line !== undefined || message.includes('\n')) return false;
  return message.startsWith(file) && /^[: ]/.test(message.slice(file.length));
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

/** @param tail what ends the message's first line */
function printMessage(
  diagnostic: Diagnostic,
  tail: string,
  level: LogLevel,
  reporter: CommandReporter,
): void {
  const write = writerOf(level, reporter);
  const [first = '', ...rest] = diagnostic.message.split('\n');
  write(diagnostic.topic ?? labelOf(diagnostic), first + tail);
  for (const line of rest) write('', line);
  if (diagnostic.aside !== undefined) write(diagnostic.aside);
}

function writerOf(level: LogLevel, reporter: CommandReporter): (topic: string, message?: string) => void {
  return level === 'error' ? reporter.error : level === 'warn' ? reporter.warn : reporter.info;
}

function labelOf({ severity }: Diagnostic): string {
  if (severity === 'error') return 'Error:';
  return severity === 'warning' ? 'Warning:' : 'Note:';
}

function levelOf({ severity }: Diagnostic): LogLevel {
  if (severity === 'error') return 'error';
  return severity === 'warning' ? 'warn' : 'info';
}
