/** Addresses as Ruby 3.1's own `URI` reads them (RFC 3986) and writes them. */
import { encodeBytes } from './percent.js';

/** An address in its parts; `null` for one that is not there. */
export interface StandardUri {
  readonly scheme: string | null;
  readonly userinfo: string | null;
  readonly host: string | null;
  readonly port: string | null;
  readonly path: string;
  readonly query: string | null;
  readonly fragment: string | null;
}

const UNESCAPED = '%[\\dA-Fa-f]{2}|[!$&-.0-;=A-Z_a-z~]';
const HOST = '\\[[\\dA-Fa-f:.v!$&-;=A-Z_a-z~]+\\]|(?:%[\\dA-Fa-f]{2}|[!$&-.0-9;=A-Z_a-z~])+';
const URI = new RegExp(
  `^(?:([A-Za-z][+\\-.\\dA-Za-z]*):)?(?://(?:((?:${UNESCAPED})*)@)?(${HOST})?(?::(\\d*))?(?=[/?#]|$))?` +
    `((?:${UNESCAPED}|[@/])*)(?:\\?([^#]*))?(?:#((?:${UNESCAPED}|[@/?])*))?$`,
);
const UNSAFE_IN_QUERY = /[^!$-&(-;=?-_a-~]/g;
const PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ftp: '21' };

/** Takes an address apart; `null` for what is none. */
export function parseStandardUri(text: string): StandardUri | null {
  if (/[^\0-\x7f]|\n/.test(text)) return null;
  const found = URI.exec(text);
  if (found === null) return null;
  const [, scheme = null, userinfo = null, host = null, port = '', path = '', query = null, fragment = null] =
    found;
  if (query !== null && /%[^\da-fA-F]{2}/.test(query)) return null;
  return {
    scheme: scheme?.toLowerCase() ?? null,
    userinfo,
    host,
    port: port === '' ? null : String(Number(port)),
    path,
    query: query === null ? null : encodeBytes(query, UNSAFE_IN_QUERY),
    fragment,
  };
}

/** Puts the parts together; a port is left out where it is the scheme's own. */
export function standardUriToText(uri: StandardUri): string {
  const { scheme, userinfo, host, port, path, query, fragment } = uri;
  const isOwnPort = port === null || (scheme !== null && PORTS[scheme] === port);
  const authority = `${host === null ? '' : '//'}${userinfo === null ? '' : `${userinfo}@`}${host ?? ''}`;
  const start = `${scheme === null ? '' : `${scheme}:`}${authority}${isOwnPort ? '' : `:${port}`}`;
  return `${start}${path}${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
}
