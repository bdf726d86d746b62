/** Who may ask for more than files: the reload socket and the editor. Both would give a foreign page what is not its business. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isAllowedHost } from './allowed-hosts.js';

/** What a request is held against. */
export interface Access {
  readonly scheme: 'http' | 'https';
  /** Names besides `localhost` and addresses. */
  readonly allowedHosts: readonly string[];
  /** Made anew at each start; stands in pages of this server and nowhere else. */
  readonly token: string;
}

/** A token that nobody guesses. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Whether a request comes from a page that this very server has sent.
 *
 * @param token what the page gave for the token
 * @param pagePort of the pages, where the request came in at another port of this server; `null` for the same
 */
export function isFromOwnPage(
  { headers }: IncomingMessage,
  token: string | null,
  { scheme, allowedHosts, token: expected }: Access,
  pagePort: number | null = null,
): boolean {
  const { host, origin } = headers;
  if (host === undefined || origin === undefined || !isAllowedHost(host, allowedHosts)) return false;
  const own = originOf(`${scheme}://${host}`, pagePort);
  return own !== null && originOf(origin) === own && token !== null && isSame(token, expected);
}

/** Whether a page elsewhere has a script ask for this: it must not get to read the token. */
export function isAskedByForeignPage({ headers }: IncomingMessage, scheme: string): boolean {
  const { origin, host } = headers;
  const mode = headers['sec-fetch-mode'];
  if (headers['sec-fetch-site'] === 'cross-site' && mode !== 'navigate') return true;
  return origin !== undefined && originOf(origin) !== originOf(`${scheme}://${host}`);
}

/** Whether a request was made on this computer. */
export function isFromLoopback({ socket }: IncomingMessage): boolean {
  return isLoopback(socket.remoteAddress ?? '');
}

/** Whether an address is reached from this computer alone. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === 'localhost' || plain === '::1' || /^127(?:\.\d{1,3}){3}$/.test(plain);
}

/** Scheme, host and port as a browser writes them: without a port that goes without saying. `null` for what is none. */
function originOf(text: string, port: number | null = null): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (port !== null) url.port = String(port);
  return url.origin === 'null' ? null : url.origin;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
