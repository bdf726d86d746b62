/**
 * URLs as the gem Addressable (2.8) reads, checks, escapes and normalises them: Jekyll's `relative_url`, `absolute_url`,
 * `uri_escape` and the escaping of permalinks go through it.
 */
import { inspectString } from './inspect.js';
import { decodeBytes, encodeBytes, fromBytes, toBytes } from './percent.js';

/** A text that is no URL, in the gem's words (`Addressable::URI::InvalidURIError`). */
export class UriError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UriError';
  }
}

/** The parts of a URL; `null` for one that is not there. */
export interface Uri {
  readonly scheme: string | null;
  readonly user: string | null;
  readonly password: string | null;
  readonly host: string | null;
  readonly port: string | null;
  readonly path: string;
  readonly query: string | null;
  readonly fragment: string | null;
}

/** RFC 3986, appendix B. A line break ends a fragment. */
const URI = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^\n]*))?/;

/** Takes a URL apart and checks it. */
export function parseUri(text: string): Uri {
  const [, scheme = null, authority = null, path = '', query = null, fragment = null] = URI.exec(text) ?? [];
  return checked({ scheme, ...splitAuthority(authority), path, query, fragment });
}

/** User, password, host and port of `user:password@host:port`. */
function splitAuthority(authority: string | null): Pick<Uri, 'user' | 'password' | 'host' | 'port'> {
  if (authority === null) return { user: null, password: null, host: null, port: null };
  const userinfo = /^([^[\]]*)@/.exec(authority)?.[1]?.trim() ?? null;
  const user = userinfo === null ? null : /^([^:]*):?/.exec(userinfo)![1]!;
  const password = userinfo === null ? null : (/:(.*)$/.exec(userinfo)?.[1] ?? null);
  const host = authority.replace(/^([^[\]]*)@/, '').replace(/:([^:@[\]]*?)$/, '');
  const port = /:([^:@[\]]*?)$/.exec(authority)?.[1] ?? null;
  return { user, password, host, port: port === '' ? null : port };
}

/** Schemes that go over the Internet, with their ports. */
export const PORTS: Readonly<Record<string, number>> = {
  ...{ http: 80, https: 443, ftp: 21, tftp: 69, sftp: 22, ssh: 22, 'svn+ssh': 22, telnet: 23, nntp: 119 },
  ...{ gopher: 70, wais: 210, ldap: 389, prospero: 1525 },
};

/** A first segment with a colon would be taken for a scheme; asked of each line. */
const AMBIGUOUS = /(?:^|\n)(?!\/)[^/:]*:/;

/** Writes the port plainly, and refuses what makes no URL. */
export function checked(uri: Uri): Uri {
  const { scheme, host, path } = uri;
  if (scheme !== null && !/^[a-z][a-z0-9.+-]*$/i.test(scheme)) {
    throw new UriError(`Invalid scheme format: '${scheme}'`);
  }
  const port = uri.port === null ? null : plainPort(uri.port);
  if (host !== null && !isHost(host)) throw new UriError(`Invalid character in host: '${host}'`);
  const whole: Uri = { ...uri, port };
  const isInternet = scheme !== null && Object.hasOwn(PORTS, scheme.toLowerCase());
  if (isInternet && (host === null || host === '') && path === '') {
    throw new UriError(`Absolute URI missing hierarchical segment: '${uriToText(whole)}'`);
  }
  if (path.startsWith('//') && host === null) {
    throw new UriError(
      `Cannot have a path with two leading slashes without an authority set: '${uriToText(whole)}'`,
    );
  }
  if (scheme === null && AMBIGUOUS.test(path)) {
    throw new UriError(`Cannot assemble URI string with ambiguous path: '${path}'`);
  }
  return whole;
}

/** A port's digits, zeros before them left out; `null` for port 0. */
function plainPort(port: string): string | null {
  const digits = unencodeUri(port);
  if (!/^\d+$/.test(digits)) throw new UriError(`Invalid port number: ${inspectString(digits)}`);
  return digits.replace(/^0+/, '') || null;
}

function isHost(host: string): boolean {
  if (/[<>{}/\\?#@"\p{White_Space}]/u.test(host)) return false;
  const address = /^\[(.*)\]$/.exec(host)?.[1];
  return address === undefined || /^[a-zA-Z0-9\-._~!$&'()*+,;=:]*$/.test(address);
}

/** Host with what stands around it; `null` without a host. */
function authorityOf({ user, password, host, port }: Uri): string | null {
  if (host === null) return null;
  const userinfo = user === null ? '' : `${user}${password === null ? '' : `:${password}`}@`;
  return `${userinfo}${host}${port === null ? '' : `:${port}`}`;
}

/** Puts the parts together. */
export function uriToText(uri: Uri): string {
  const { scheme, path, query, fragment } = uri;
  const authority = authorityOf(uri);
  const start = `${scheme === null ? '' : `${scheme}:`}${authority === null ? '' : `//${authority}`}`;
  return `${start}${path}${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
}

/** Whether a text starts with a scheme. */
export function isAbsoluteUri(text: string): boolean {
  return parseUri(text).scheme !== null;
}

/** Bytes to escape in each part. */
const UNSAFE_IN_AUTHORITY = /[^a-zA-Z0-9\-._~!$&'()*+,;=:@[\]]/g;
const UNSAFE_IN_PATH = /[^a-zA-Z0-9\-._~!$&'()*+,;=:@/]/g;
const UNSAFE_IN_QUERY = /[^a-zA-Z0-9\-._~!$&'()*+,;=:@/?]/g;
/** All that means something in a URL, and all that needs no escape. */
const UNSAFE_ANYWHERE = /[^a-zA-Z0-9\-._~:/?#[\]@!$&'()*+,;=]/g;

function encode(text: string, unsafe: RegExp): string {
  return encodeBytes(toBytes(text), unsafe);
}

/** `Addressable::URI.encode`: escapes each part; `%` too, since it is taken for a plain character. */
export function encodeUri(text: string): string {
  const uri = parseUri(text);
  const authority = authorityOf(uri);
  const parts = splitAuthority(authority === null ? null : encode(authority, UNSAFE_IN_AUTHORITY));
  const path = encode(uri.path, UNSAFE_IN_PATH);
  const query = uri.query === null ? null : encode(uri.query, UNSAFE_IN_QUERY);
  const fragment = uri.fragment === null ? null : encode(uri.fragment, UNSAFE_IN_QUERY);
  return uriToText(checked({ scheme: uri.scheme, ...parts, path, query, fragment }));
}

/** `Addressable::URI.unencode`: reads every `%xx`; bytes that are no UTF-8 come out as U+FFFD. */
export function unencodeUri(text: string): string {
  return Buffer.from(decodeBytes(toBytes(text)), 'latin1').toString('utf8');
}

/**
 * `Addressable::URI.normalize_component`: reads `%xx`, brings letters to Unicode's form KC, and escapes what has to be.
 * @param kept   characters that stay escaped when they are
 */
export function normalizeComponent(text: string, unsafe = UNSAFE_ANYWHERE, kept = ''): string {
  const decoded = decodeBytes(toBytes(text), kept);
  const letters = fromBytes(decoded);
  if (letters === null) return encodeBytes(decoded, UNSAFE_ANYWHERE);
  return encode(letters.normalize('NFKC'), unsafe);
}
