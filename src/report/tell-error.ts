import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { CommandReporter } from './logger.js';
import * as messages from './messages.js';
import { stacksOf } from './print-diagnostic.js';

/**
 * Tells of an error that ends one build of many, and answers with what was told. What nobody foresaw comes with its stack, asked
 * for or not: the program goes on, and cannot be run again with `--trace` in the same state.
 */
export function tellError(error: unknown, reporter: CommandReporter): Diagnostic {
  const diagnostic = error instanceof SiteError ? error.diagnostic : messages.unexpectedError(error);
  reporter.report(diagnostic);
  if (!(error instanceof SiteError) && !reporter.isTraced) {
    for (const stack of stacksOf(error)) reporter.raw('error', stack);
  }
  return diagnostic;
}
