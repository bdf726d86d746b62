/**
 * Gets files over the network, for themes and gems alone. Node's `fetch` is not used: it does not let the address be checked to which
 * a name leads, and knows no proxies. What a server says counts for nothing until it is checked: where it leads to, how long its
 * answer is, when it ends.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { ask, type Exchange, hasBody } from './ask.js';
import { shownUrl } from './check-url.js';
import { FetchError } from './fetch-error.js';
import { headersFor, isRedirect, MOST_REDIRECTS, redirectTarget } from './redirect.js';
import { waitAfter } from './retry.js';
import { statusText } from './status-text.js';

export interface GetOptions {
  /** For `HTTPS_PROXY`, `NO_PROXY` and their kin, in both cases. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Origins that the user named in the environment, e.g. `http://127.0.0.1:4567`. They alone may be at private addresses, and those on
   * loopback plain `http:`.
   */
  readonly trusted: ReadonlySet<string>;
  /** Bytes of a body that are still taken; default 250 MB. */
  readonly limit?: number;
  /**
   * Told of the bytes that have come, and of how many there will be: `null` when the server does not say. Both as they are sent, perhaps
   * as gzip. A further try begins again.
   */
  readonly onProgress?: (received: number, total: number | null) => void;
  /** Milliseconds without a byte before a try is given up; default 30,000. */
  readonly patience?: number;
  /** Milliseconds for all of it, further tries and the waits before them counted; default 900,000. */
  readonly longest?: number;
  /** Further tries after a failure that may pass; default 2. */
  readonly retries?: number;
  /** E.g. `User-Agent`. Those with secrets in them go to the origin of `url` alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Options with nothing left open. */
export type GetSettings = Required<GetOptions>;

const defaults = {
  limit: 250e6,
  onProgress: () => {},
  patience: 30_000,
  longest: 900_000,
  retries: 2,
  headers: {},
} satisfies Omit<GetSettings, 'environment' | 'trusted'>;

/** What a server said: what was asked for, or that it does not have it. */
export interface Answer {
  /** 2xx or 404. */
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly body: Buffer;
}

/** A try that failed. */
interface Setback {
  readonly error: FetchError;
  /** Milliseconds before another try; `null` when there is no use in one. */
  readonly wait: number | null;
}

/**
 * Gets what is at an address.
 *
 * @throws FetchError for everything but a whole answer with 2xx or 404
 */
export async function get(url: string, options: GetOptions): Promise<Answer> {
  if (!URL.canParse(url)) throw new FetchError('it is not an address', url);
  const asked = new URL(url);
  const settings: GetSettings = { ...defaults, ...options };
  const bound = new AbortController();
  const timer = setTimeout(() => bound.abort(tooLong(asked, settings.longest)), settings.longest);
  try {
    return await getPersistently(asked, settings, bound.signal);
  } catch (error) {
    throw bound.signal.aborted ? bound.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

async function getPersistently(asked: URL, settings: GetSettings, signal: AbortSignal): Promise<Answer> {
  for (let round = 0; ; round++) {
    const outcome = await getOnce(asked, settings, signal, round);
    if (!('error' in outcome)) return outcome;
    if (outcome.wait === null || round === settings.retries) throw outcome.error;
    await delay(outcome.wait, undefined, { signal });
  }
}

async function getOnce(
  asked: URL,
  settings: GetSettings,
  signal: AbortSignal,
  round: number,
): Promise<Answer | Setback> {
  try {
    const { url, status, headers, body } = await follow(asked, settings, signal);
    if (hasBody(status)) return { status, url: url.href, body };
    const error = new FetchError(`the server answered ${statusText(status)}`, shownUrl(url), status);
    return { error, wait: waitAfter(error, round, headers) };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { error, wait: waitAfter(error, round) };
  }
}

async function follow(asked: URL, settings: GetSettings, signal: AbortSignal): Promise<Exchange> {
  let url = asked;
  for (let redirects = 0; ; redirects++) {
    const headers = headersFor(url, asked, settings.headers);
    const exchange = await ask(url, { ...settings, headers }, signal);
    if (!isRedirect(exchange.status)) return exchange;
    if (redirects === MOST_REDIRECTS) {
      throw new FetchError(`it was redirected more than ${MOST_REDIRECTS} times`, shownUrl(asked));
    }
    url = redirectTarget(asked, url, exchange.headers.location);
  }
}

function tooLong(url: URL, longest: number): FetchError {
  return new FetchError(`it was not there after ${longest / 1000} s`, shownUrl(url));
}
