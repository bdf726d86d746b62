import { isIP } from 'node:net';
import { type AddressRule, isLoopback, isPublic, refusal } from './address.js';
import { FetchError } from './fetch-error.js';

/**
 * Whether an address may be asked at all, and where its host may be.
 *
 * @param trusted origins that the user named
 * @throws FetchError when it may not
 */
export function checkUrl(url: URL, trusted: ReadonlySet<string>): AddressRule {
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('addresses with a user name or a password are not asked', shownUrl(url));
  }
  const rule = ruleFor(url, trusted);
  const address = hostOf(url);
  if (isIP(address) !== 0 && !rule.accepts(address)) throw refusal(rule, address, shownUrl(url));
  return rule;
}

function ruleFor(url: URL, trusted: ReadonlySet<string>): AddressRule {
  const isTrusted = trusted.has(url.origin);
  if (url.protocol === 'https:') {
    return isTrusted
      ? { accepts: () => true, refused: 'no address' }
      : { accepts: isPublic, refused: 'a private address' };
  }
  // Plain text stays in this computer.
  if (url.protocol === 'http:' && isTrusted) {
    return {
      accepts: isLoopback,
      refused: 'an address outside this computer, for which https: is needed',
    };
  }
  throw new FetchError('only https: is asked', shownUrl(url));
}

/**
 * Through a proxy, names are looked up by the proxy: those that always mean the computer itself would be its own.
 *
 * @throws FetchError when the host has such a name and is not trusted
 */
export function checkNameForProxy(url: URL, trusted: ReadonlySet<string>): void {
  if (/(?:^|\.)localhost\.?$/.test(url.hostname) && !trusted.has(url.origin)) {
    throw new FetchError(`its host is a private name (${url.hostname})`, shownUrl(url));
  }
}

/** Name or address, the latter without the brackets that IPv6 has in URLs. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** As messages may show it: without user name and password. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
