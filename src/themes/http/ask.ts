import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import type { TcpNetConnectOpts } from 'node:net';
import { checkedLookup } from './address.js';
import { checkNameForProxy, checkUrl, shownUrl } from './check-url.js';
import { FetchError } from './fetch-error.js';
import type { GetSettings } from './get.js';
import { proxyAgent, proxyFor } from './proxy.js';
import { readBody } from './read-body.js';
import { statusText } from './status-text.js';
import { toFetchError } from './to-fetch-error.js';

/** What one request brought. */
export interface Exchange {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Empty when the status is none whose body counts. */
  readonly body: Buffer;
}

/** What a request hands on to its socket; Node's types leave it out. */
type ConnectingOptions = RequestOptions & Pick<TcpNetConnectOpts, 'autoSelectFamilyAttemptTimeout'>;

/** Milliseconds for one address of a host that has several; Node's own 250 are too few for a slow line. */
const ADDRESS_PATIENCE = 1000;

/**
 * Makes one request, over a connection of its own: a kept one could be to an address that nobody checked.
 *
 * @param signal ends it
 * @throws FetchError when no whole answer came
 */
export async function ask(url: URL, settings: GetSettings, signal: AbortSignal): Promise<Exchange> {
  const rule = checkUrl(url, settings.trusted);
  const proxy = url.protocol === 'https:' ? proxyFor(url, settings.environment) : null;
  if (proxy) checkNameForProxy(url, settings.trusted);
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(silence(url, settings.patience)), settings.patience);
  const ending = AbortSignal.any([signal, idle.signal]);
  try {
    const response = await open(url, proxy, {
      agent: proxy ? await proxyAgent(proxy, ending) : false,
      autoSelectFamilyAttemptTimeout: ADDRESS_PATIENCE,
      headers: { ...settings.headers, 'accept-encoding': 'gzip' },
      lookup: checkedLookup(rule, shownUrl(url)),
      signal: ending,
    });
    timer.refresh();
    const onBytes = (received: number, total: number | null): void => {
      timer.refresh();
      settings.onProgress(received, total);
    };
    const status = response.statusCode!;
    const body = hasBody(status)
      ? await readBody(response, { url: shownUrl(url), limit: settings.limit, onBytes })
      : Buffer.alloc(0);
    return { url, status, headers: response.headers, body };
  } catch (error) {
    throw ending.aborted ? ending.reason : toFetchError(error, url, proxy);
  } finally {
    clearTimeout(timer);
    // Closes the connection, whatever is still to come.
    idle.abort();
  }
}

/** Whether an answer is one for whoever asks, with its body: it is there, or it is not. */
export function hasBody(status: number): boolean {
  return (status >= 200 && status < 300) || status === 404;
}

function open(url: URL, proxy: URL | null, options: ConnectingOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    request.on('error', reject);
    request.on('response', resolve);
    // Told of nothing else when the server changes to another protocol.
    request.on('close', () => reject(systemError('ECONNRESET', 'closed without an answer')));
    // A proxy that makes no connection answers itself; its words must not pass for those of the host.
    request.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode !== 200) request.destroy(refusedBy(proxy!, statusCode, url));
    });
    request.end();
  });
}

function refusedBy(proxy: URL, status: number, url: URL): FetchError {
  return new FetchError(`the proxy ${proxy.host} answered ${statusText(status)}`, shownUrl(url), status);
}

function silence(url: URL, patience: number): FetchError {
  const cause = systemError('ETIMEDOUT', 'no byte came');
  return new FetchError(`the server sent nothing for ${patience / 1000} s`, shownUrl(url), null, { cause });
}

/** As the system itself has them. */
function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
