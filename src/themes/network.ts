/** The hosts that themes come from, as the environment may put others in their place. */
import type { Answer } from './http/get.js';
import type { Environment } from './theme-cache.js';

/** The public gem server. */
export const PUBLIC_GEM_SERVER = 'https://rubygems.org';

/** What a fetch needs. */
export interface Network {
  readonly environment: Environment;
  /** Told of what comes: `received` of `total` bytes, `null` where nobody knows how many there will be. */
  readonly onProgress: (received: number, total: number | null) => void;
}

/** The gem server that the environment names, without a slash at its end; `null` for none. */
export function namedGemServer(environment: Environment): string | null {
  return named(environment['UTTERSON_GEM_SERVER']);
}

/** Where archives of a host's repositories are handed out. */
export function archiveHost(host: string, environment: Environment): string {
  return named(environment['UTTERSON_THEME_HOST']) ?? `https://codeload.${host}`;
}

/** Where a host tells of releases. */
export function releaseApi(host: string, environment: Environment): string {
  const api = host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
  return named(environment['UTTERSON_THEME_HOST']) ?? api;
}

/**
 * Asks for an address; an answer of 404 is one, too.
 *
 * @throws FetchError
 */
export async function ask(url: string, { environment, onProgress }: Network): Promise<Answer> {
  const { get } = await import('./http/get.js');
  const servers = [namedGemServer(environment), named(environment['UTTERSON_THEME_HOST'])];
  const trusted = new Set(servers.flatMap((server) => (server === null ? [] : [new URL(server).origin])));
  const headers = { 'user-agent': 'utterson' };
  return get(url, { environment, trusted, onProgress, headers });
}

/** Whether an address is one that may be asked: `https:`, or `http:` on this machine when the environment names it. */
export function isAllowedServer(server: string, environment: Environment): boolean {
  const url = URL.canParse(server) ? new URL(server) : null;
  if (url?.protocol === 'https:') return true;
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url?.hostname ?? '');
  return url?.protocol === 'http:' && isLoopback && server === namedGemServer(environment);
}

function named(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value.replace(/\/+$/, '');
}
