import { shownUrl } from './check-url.js';
import { FetchError } from './fetch-error.js';

/** How often one answer may lead to another; three is fine, four is not. */
export const MOST_REDIRECTS = 3;

const statuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where gems and archives are, besides the host that was asked. */
const knownHosts: ReadonlySet<string> = new Set([
  'api.github.com',
  'codeload.github.com',
  'github.com',
  'index.rubygems.org',
  'rubygems.org',
]);

/** Headers that are for the origin alone for which they were given. */
const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

export function isRedirect(status: number): boolean {
  return statuses.has(status);
}

/**
 * Where an answer leads to.
 *
 * @param asked    the address at the start
 * @param from     the one that answered
 * @param location the answer's `Location`
 * @throws FetchError when there is no way to go on, or none that is allowed
 */
export function redirectTarget(asked: URL, from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new FetchError('the server answered with a redirect to nowhere', shownUrl(asked));
  }
  const target = new URL(location, from);
  if (target.origin === asked.origin) return target;
  if (target.protocol !== 'https:') {
    throw new FetchError(`it leads to ${shownUrl(target)}, and only https: is followed`, shownUrl(asked));
  }
  if (target.host !== asked.host && !knownHosts.has(target.host)) {
    throw new FetchError(
      `it leads to another host (${target.host}), which is not among those that are followed`,
      shownUrl(asked),
    );
  }
  return target;
}

/** The headers that `target` may see, of those given for `asked`. */
export function headersFor(
  target: URL,
  asked: URL,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (target.origin === asked.origin) return headers;
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !secretHeaders.has(name.toLowerCase())),
  );
}
