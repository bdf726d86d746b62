import type { IncomingHttpHeaders } from 'node:http';
import type { FetchError } from './fetch-error.js';
import { codeOf } from './to-fetch-error.js';

/** Failures after which a second try may end otherwise. */
const passingCodes: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT']);
const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Milliseconds before the second try; each further one waits twice as long. */
const FIRST_WAIT = 500;

/** Milliseconds that a server may ask to wait. */
const LONGEST_WAIT = 10_000;

/**
 * Milliseconds to wait before another try.
 *
 * @param round   tries that failed before this one
 * @param headers of the answer, if there was one
 * @returns `null` when another try would end the same, or the server wants too long a wait
 */
export function waitAfter(
  error: FetchError,
  round: number,
  headers: IncomingHttpHeaders = {},
): number | null {
  const mayPass =
    error.status === null ? passingCodes.has(codeOf(error.cause) ?? '') : passingStatuses.has(error.status);
  if (!mayPass) return null;
  const wait = wantedWait(headers) ?? FIRST_WAIT * 2 ** round;
  return wait <= LONGEST_WAIT ? wait : null;
}

/** What `Retry-After` says: seconds, or a date, which is the server's own as is that of its answer. `null` when it says nothing. */
function wantedWait({ 'retry-after': after, date }: IncomingHttpHeaders): number | null {
  if (after === undefined) return null;
  if (/^\d+$/.test(after)) return Number(after) * 1000;
  // Anything else could be read as a date, too: `-5`.
  if (!after.endsWith(' GMT')) return null;
  const wait = Date.parse(after) - Date.parse(date ?? '');
  return Number.isNaN(wait) ? null : Math.max(wait, 0);
}
