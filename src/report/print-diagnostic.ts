import type { Diagnostic } from '../model/diagnostic.js';
import type { LogLevel, Reporter } from './logger.js';

/** Blank columns before what belongs to a message, so that it stands under the message and not under the topic. */
const INDENT = ' '.repeat(20);

/**
 * Prints Jekyll's own line first (people grep for it), then what Jekyll does not tell: the place, the code frame, the chain of
 * includes, the next step.
 */
export function printDiagnostic(diagnostic: Diagnostic, reporter: Reporter): void {
  const level = levelOf(diagnostic);
  printMessage(diagnostic, level, reporter);
  const place = placeOf(diagnostic);
  if (place) reporter.raw(level, `${INDENT}at ${place}`);
  for (const line of diagnostic.frame?.split('\n') ?? []) reporter.raw(level, INDENT + line);
  for (const template of diagnostic.stack ?? []) reporter.raw(level, `${INDENT}included from ${template}`);
  if (diagnostic.hint) reporter.raw(level, `${INDENT}→ ${diagnostic.hint}`);
  if (reporter.isTraced) for (const stack of stacksOf(diagnostic.cause)) reporter.raw(level, stack);
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

function printMessage(diagnostic: Diagnostic, level: LogLevel, reporter: Reporter): void {
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
