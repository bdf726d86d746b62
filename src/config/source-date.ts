import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';

/** JavaScript knows no later second. */
const LAST_SECOND = 8_640_000_000_000;

/**
 * The second since 1970 at which `SOURCE_DATE_EPOCH` holds the clock, for builds that must not depend on it; `null` where it is not set, or
 * to nothing (https://reproducible-builds.org/specs/source-date-epoch/).
 *
 * @throws SiteError for a value that is no such second
 */
export function sourceDateOf(environment: Readonly<Record<string, string | undefined>>): number | null {
  const text = environment['SOURCE_DATE_EPOCH'] ?? '';
  if (text === '') return null;
  if (!/^\d+$/.test(text) || Number(text) > LAST_SECOND)
    throw new SiteError(messages.sourceDateInvalid(text));
  return Number(text);
}
