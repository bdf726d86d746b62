import { BlockList, isIP } from 'node:net';
import { hostOf } from './check-url.js';

/**
 * Whether `NO_PROXY` names a host. Its entries, between commas or spaces, are as curl and Ruby's `URI::Generic.use_proxy?` have them:
 * names that stand for all below them, too (`example.com`, `.example.com`, `*.example.com`), addresses and networks (`10.0.0.0/8`),
 * each perhaps with a port, and `*` for all.
 */
export function isExempt(url: URL, noProxy: string): boolean {
  const host = hostOf(url).replace(/\.$/, '');
  const port = url.port || '443';
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const { name, port: wanted } = splitPort(entry);
      return (wanted === null || wanted === port) && (name === '*' || covers(name, host));
    });
}

/** Colons are part of an IPv6 address, which has brackets when a port follows. */
function splitPort(entry: string): { readonly name: string; readonly port: string | null } {
  const match = /^\[(.+)\](?::(\d+))?$/.exec(entry) ?? /^([^:]+):(\d+)$/.exec(entry);
  return match ? { name: match[1]!, port: match[2] ?? null } : { name: entry, port: null };
}

function covers(name: string, host: string): boolean {
  if (isIP(host) !== 0) return isInNetwork(host, name);
  const domain = name.replace(/^\*?\.?/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}

/** @param network address or network, e.g. `10.1.2.3` or `10.0.0.0/8`; anything else holds no address */
function isInNetwork(host: string, network: string): boolean {
  const [, address, bits] = /^([\da-f.:]+)(?:\/(\d+))?$/.exec(network) ?? [];
  if (address === undefined || isIP(address) === 0 || isIP(address) !== isIP(host)) return false;
  const [family, most] = isIP(address) === 4 ? (['ipv4', 32] as const) : (['ipv6', 128] as const);
  const length = bits === undefined ? most : Number(bits);
  if (length > most) return false;
  const list = new BlockList();
  list.addSubnet(address, length, family);
  return list.check(host, family);
}
