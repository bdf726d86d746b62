/** `Addressable::URI#normalize` (2.8): one spelling for each URL. */
import { domainToASCII } from 'node:url';
import { decodeBytes, encodeBytes, fromBytes, toBytes } from './percent.js';
import { downcase, strip } from './string.js';
import { checked, normalizeComponent, PORTS, parseUri, type Uri, uriToText } from './uri.js';

/** Bytes to escape in each part. `&` has been taken out of queries, and `%` stands only in a `%2B` that was there before. */
const UNSAFE_IN_SCHEME = /[^a-zA-Z0-9\-+.]/g;
const UNSAFE_IN_USER = /[^a-zA-Z0-9\-._~]/g;
const UNSAFE_IN_HOST = /[^a-zA-Z0-9\-._~!$&'()*+,;=[:\]]/g;
const UNSAFE_IN_SEGMENT = /[^a-zA-Z0-9\-._~!$&'()*+,;=:@]/g;
const UNSAFE_IN_QUERY = /[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)/g;
const UNSAFE_IN_FRAGMENT = /[^a-zA-Z0-9\-._~!$&'()*+,;=:@/?]/g;

const NOT_ASCII = /[^\x00-\x7f]/g;

/** Normalises a URL; throws a `UriError` for a text that is none. */
export function normalizeUri(text: string): string {
  const uri = parseUri(text);
  const scheme = normalizeScheme(uri.scheme);
  if (scheme === 'feed') {
    const inner = /^feed:\/*(http:\/*.*)/.exec(uriToText(uri))?.[1];
    if (inner !== undefined) return normalizeUri(inner);
  }
  const isDefaultPort = scheme !== null && PORTS[scheme] === Number(uri.port);
  return uriToText(
    checked({
      scheme,
      user: uri.user === null ? null : normalizeUser(uri.user, uri.password, scheme),
      password: uri.password === null ? null : normalizeComponent(strip(uri.password), UNSAFE_IN_USER),
      host: uri.host === null ? null : normalizeHost(uri.host),
      port: isDefaultPort ? null : uri.port,
      path: normalizePath(uri, scheme),
      query: normalizeQuery(uri.query),
      fragment: uri.fragment === null ? null : normalizeComponent(uri.fragment, UNSAFE_IN_FRAGMENT) || null,
    }),
  );
}

function normalizeScheme(scheme: string | null): string | null {
  if (scheme === null) return null;
  if (/^ssh\+svn$/i.test(scheme)) return 'svn+ssh';
  return normalizeComponent(scheme.toLowerCase(), UNSAFE_IN_SCHEME);
}

function normalizeUser(user: string, password: string | null, scheme: string | null): string | null {
  if (/https?/.test(scheme ?? '') && strip(user) === '' && (password === null || strip(password) === ''))
    return null;
  return normalizeComponent(strip(user), UNSAFE_IN_USER);
}

function normalizeHost(host: string): string {
  const bytes = decodeBytes(toBytes(downcase(strip(host))));
  if (bytes === '') return '';
  // Bytes that are no letters stay escaped.
  const letters = fromBytes(bytes) ?? encodeBytes(bytes, NOT_ASCII);
  const ascii = letters.search(NOT_ASCII) >= 0 ? domainToASCII(letters) || letters : letters;
  return normalizeComponent(ascii.replace(/([^.])\.$/, '$1'), UNSAFE_IN_HOST);
}

function normalizeQuery(query: string | null): string | null {
  if (query === null || query === '') return null;
  return query
    .split('&')
    .map((pair) => normalizeComponent(pair, UNSAFE_IN_QUERY, '+').replaceAll('%2b', '%2B'))
    .join('&');
}

function normalizePath({ path }: Uri, normalizedScheme: string | null): string {
  const segments = strip(path)
    .split('/')
    .map((segment) => normalizeComponent(segment, UNSAFE_IN_SEGMENT));
  const result = removeDots(segments.join('/'));
  return result === '' && /^(?:https?|t?ftp)$/.test(normalizedScheme ?? '') ? '/' : result;
}

/**
 * Takes `.` and `..` out of a path, one rule at a time until none applies (RFC 3986, 5.2.4, with the gem's additions: a path
 * may not start with `..` in any way, and one without a slash loses its leading dots).
 */
function removeDots(path: string): string {
  for (let text = path; ; ) {
    const next = removeSome(text);
    if (next === text) return text;
    text = next;
  }
}

function removeSome(path: string): string {
  const withoutSelf = path.replace(/\/\.\/|\/\.$/g, '/');
  if (withoutSelf !== path) return withoutSelf;
  const withoutParent = removeParents(path);
  if (withoutParent !== path) return withoutParent;
  const withoutDots = path.replace(/^\.\.?\/?/, '');
  return withoutDots !== path ? withoutDots : path.replace(/^\/\.\.?\/|^(\/\.\.?)+\/?$/, '/');
}

/** Takes `NAME/..` out wherever the name of its first appearance stands. */
function removeParents(path: string): string {
  const match = /\/([^/]*)\/\.\.\/|\/([^/]*)\/\.\.$/.exec(path);
  if (match === null) return path;
  const [, parent, last] = match;
  const isDots = (name: string | undefined) => name === '.' || name === '..';
  if (isDots(parent) && isDots(last)) return path;
  const inside = path.replaceAll(`/${parent ?? ''}/../`, '/');
  return inside.endsWith(`/${last ?? ''}/..`) ? inside.slice(0, -(last ?? '').length - 3) : inside;
}
