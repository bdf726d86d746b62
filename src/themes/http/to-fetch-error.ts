import { shownUrl } from './check-url.js';
import { FetchError } from './fetch-error.js';

const UNKNOWN_SIGNER =
  'its certificate is signed by nobody who is trusted here (NODE_EXTRA_CA_CERTS may name a file with more signers)';

/** What went wrong, by the code of Node or the system. */
const reasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_SIGNER,
  EAI_AGAIN: 'its host could not be looked up; is there a connection to the internet?',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed before the answer was complete',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its host',
  ENOTFOUND: 'there is no host of this name',
  EPROTO: 'no secure connection could be made',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  ETIMEDOUT: 'no connection could be made in time',
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_SIGNER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_SIGNER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_SIGNER,
};

/**
 * Says in words what Node says in codes.
 *
 * @param proxy through which the address was asked: the failure may be its
 */
export function toFetchError(error: unknown, url: URL, proxy: URL | null): FetchError {
  if (error instanceof FetchError) return error;
  const reason = reasonOf(error);
  const message = proxy ? `${reason} (through the proxy ${proxy.host})` : reason;
  return new FetchError(message, shownUrl(url), null, { cause: error });
}

function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? '';
  // The two families of codes: llhttp's and zlib's.
  if (code.startsWith('HPE_')) return `the server's answer is not HTTP (${code})`;
  if (code.startsWith('Z_')) return `the answer is not the gzip that it says it is (${code})`;
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/** E.g. `ECONNRESET`; `null` when an error has none. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
