import { isIP } from 'node:net';

/**
 * Whether a request's `Host` names this server. A page elsewhere that makes its own name resolve to 127.0.0.1 (DNS rebinding) is
 * refused: only `localhost`, addresses, the `--host` and `allowed_hosts:` are answered.
 *
 * @param header value of `Host`, e.g. `localhost:4000`
 * @param allowed names; one that starts with a dot stands for all below it
 */
export function isAllowedHost(header: string | undefined, allowed: readonly string[]): boolean {
  if (header === undefined) return false;
  const name = hostName(header);
  if (name === null) return false;
  if (name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0) return true;
  return allowed.some((entry) => {
    const wanted = entry.toLowerCase();
    return wanted.startsWith('.') ? name === wanted.slice(1) || name.endsWith(wanted) : name === wanted;
  });
}

/** Without port and brackets, in lower case; `null` when it is no host name. */
function hostName(header: string): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:/?#@\s]+))(?::\d+)?$/i.exec(header);
  return match ? (match[1] ?? match[2]!).toLowerCase() : null;
}
