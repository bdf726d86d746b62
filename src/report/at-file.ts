/** What goes wrong with a file is told as that file's, whoever threw it and whatever it knew. */
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import { ComparisonError } from '../ruby/compare.js';
import { DecimalError } from '../ruby/decimal.js';
import { IntegerError } from '../ruby/integer.js';
import { JsonError } from '../ruby/json.js';
import { FormatError } from '../ruby/time/strftime.js';
import { UriError } from '../ruby/uri.js';
import * as messages from './messages.js';

/** Errors with which Ruby or a gem answers what stands in a site. */
const RUBY_ERRORS = [ComparisonError, DecimalError, FormatError, IntegerError, JsonError];

/** The file of an error that has none yet; an error nobody foresaw gets it, too. */
export function failureAt(file: string, error: unknown): Diagnostic {
  if (error instanceof SiteError) return { file, ...error.diagnostic };
  if (error instanceof UriError) return messages.addressInvalid(error.message, { file });
  if (RUBY_ERRORS.some((kind) => error instanceof kind)) {
    return messages.badValue((error as Error).message, { file });
  }
  return { ...messages.unexpectedError(error), file };
}

/**
 * Runs what works on one file.
 *
 * @throws SiteError for whatever it throws, with the file
 */
export function atFile<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new SiteError(failureAt(file, error));
  }
}
