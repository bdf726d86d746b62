import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.js';

/** Which addresses a connection may go to. */
export interface AddressRule {
  readonly accepts: (address: string) => boolean;
  /** What the others are, e.g. `a private address`. */
  readonly refused: string;
}

/** Address and length of its prefix, e.g. `['10.0.0.0', 8]`. */
type Subnet = readonly [string, number];

const loopback4: Subnet = ['127.0.0.0', 8];

/** What IANA's registry of special purposes lists for IPv4 and is not on the open internet, multicast and the rest above it too. */
const special4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carriers' own (RFC 6598)
  loopback4,
  ['169.254.0.0', 16], // link-local: there clouds tell their machines' secrets
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Where public IPv6 addresses lie. Outside are loopback, link-local, unique-local, multicast and IPv4 written as IPv6. Of NAT64
 * (RFC 6052) the well-known prefix is inside: in a network without IPv4, github.com has no other address.
 */
const global6: readonly Subnet[] = [
  ['2000::', 3],
  ['64:ff9b::', 96],
];

/** What is special in there: tunnels that carry IPv4 (Teredo, 6to4), examples, and special IPv4 behind NAT64. */
const special6: readonly Subnet[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ...special4.map(([address, bits]): Subnet => [`64:ff9b::${address}`, 96 + bits]),
];

const special = listOf(special4, special6);
const globalUnicast = listOf([], global6);
const loopback = listOf([loopback4], [['::1', 128]]);

function listOf(subnets4: readonly Subnet[], subnets6: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of subnets4) list.addSubnet(address, bits, 'ipv4');
  for (const [address, bits] of subnets6) list.addSubnet(address, bits, 'ipv6');
  return list;
}

/** Whether an address of either kind, e.g. `140.82.121.3` or `2606:50c0::153`, is on the open internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  const plain = withoutZone(address);
  return globalUnicast.check(plain, 'ipv6') && !special.check(plain, 'ipv6');
}

/** Whether an address of either kind is this computer's own, e.g. `127.0.0.1`. */
export function isLoopback(address: string): boolean {
  return isIP(address) === 4 ? loopback.check(address, 'ipv4') : loopback.check(withoutZone(address), 'ipv6');
}

/** A link's name may follow: `fe80::1%eth0`. */
function withoutZone(address: string): string {
  return address.replace(/%.*/, '');
}

/**
 * Looks names up for a socket, which connects to what is returned here and to nothing else: a name cannot have one address when it
 * is checked and another when it is used. One refused address refuses the name.
 */
export function checkedLookup(rule: AddressRule, url: string): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ? undefined : addresses.find(({ address }) => !rule.accepts(address));
      if (error) callback(error, []);
      else if (refused) callback(refusal(rule, refused.address, url), []);
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

/** For an address that the rule does not accept. */
export function refusal({ refused }: AddressRule, address: string, url: string): FetchError {
  return new FetchError(`its host is at ${refused} (${address})`, url);
}
