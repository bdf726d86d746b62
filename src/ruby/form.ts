/** The query of an address as names and values, as Ruby 3.1's `URI.decode_www_form` and `URI.encode_www_form` read and write it. */
import { decodeBytes, encodeBytes, toBytes } from './percent.js';

const UNSAFE = /[^A-Za-z0-9*\-._ ]/g;

/** Names with their values, all as bytes: a name that comes again counts with its last value, in its first place. */
export function decodeForm(query: string): Map<string, string> {
  // Bytes that are no UTF-8 become U+FFFD.
  const decode = (text: string): string =>
    toBytes(Buffer.from(decodeBytes(toBytes(text.replaceAll('+', ' '))), 'latin1').toString('utf8'));
  return new Map(
    (query === '' ? [] : query.split('&')).map((field) => {
      const [name, value = ''] = field.split(/=(.*)/s);
      return [decode(name!), decode(value)];
    }),
  );
}

/** @param entries as bytes, see `toBytes` */
export function encodeForm(entries: Iterable<readonly [name: string, value: string]>): string {
  const encode = (bytes: string): string => encodeBytes(bytes, UNSAFE).replaceAll(' ', '+');
  return [...entries].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}
