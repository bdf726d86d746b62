import type { Agent } from 'node:https';
import { shownUrl } from './check-url.js';
import { FetchError } from './fetch-error.js';
import { isExempt } from './no-proxy.js';

/**
 * The proxy for an `https:` address, by `HTTPS_PROXY`, else `ALL_PROXY`, unless `NO_PROXY` names the host; lower case goes before
 * upper case. The package proxy-from-env reads `process.env` and nothing else, and takes `proxy:3128` for an `https:` proxy, where
 * curl and Ruby speak plain HTTP to it.
 *
 * @returns `null` when the host is asked directly
 * @throws FetchError when the variable names nothing that could be a proxy
 */
export function proxyFor(url: URL, environment: Readonly<Record<string, string | undefined>>): URL | null {
  const read = (name: string): string => (environment[name] || environment[name.toUpperCase()] || '').trim();
  const value = read('https_proxy') || read('all_proxy');
  if (value === '' || isExempt(url, read('no_proxy'))) return null;
  const address = value.includes('://') ? value : `http://${value}`;
  // What cannot be read is not shown: it may hold a password.
  if (!URL.canParse(address)) {
    throw new FetchError('HTTPS_PROXY (or ALL_PROXY) is not the address of a proxy', shownUrl(url));
  }
  const proxy = new URL(address);
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    throw new FetchError(
      `HTTPS_PROXY (or ALL_PROXY) names a proxy for ${proxy.protocol}, and only http: and https: ones can be used`,
      shownUrl(url),
    );
  }
  return proxy;
}

/** Connects through a proxy, by CONNECT. The package is loaded only when there is a proxy. */
export async function proxyAgent(proxy: URL, signal: AbortSignal): Promise<Agent> {
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  // The signal ends a connection whose CONNECT is never answered, of which no request knows yet.
  return new HttpsProxyAgent(proxy, { signal });
}
