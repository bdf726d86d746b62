/**
 * Percent-encoding of UTF-8 bytes. Text stands here as a byte string, one character per byte ("binary"), since what comes out
 * of decoding need not be UTF-8.
 */

const NOT_ASCII = /[^\x00-\x7f]/;

/** UTF-8 bytes, one per character. */
export function toBytes(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** Reads UTF-8 bytes; `null` if they are none. */
export function fromBytes(bytes: string): string | null {
  if (!NOT_ASCII.test(bytes)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    // The decoder's one way to say that the bytes are not UTF-8.
    return null;
  }
}

/** Writes bytes that `unsafe` matches as `%XX`. */
export function encodeBytes(bytes: string, unsafe: RegExp): string {
  return bytes.replace(
    unsafe,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Reads `%xx`, except for the characters in `kept`. */
export function decodeBytes(bytes: string, kept = ''): string {
  return bytes.replace(/%[0-9a-f]{2}/gi, (sequence) => {
    const byte = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    return kept.includes(byte) ? sequence : byte;
  });
}

const UNSAFE_IN_FORM = /[^A-Za-z0-9_.\-~ ]/g;

/** `CGI.escape`: all but letters, digits and `_.-~`, a space as `+`. */
export function escapeForm(text: string): string {
  return encodeBytes(toBytes(text), UNSAFE_IN_FORM).replaceAll(' ', '+');
}

/** `CGI.unescape`; `null` when the bytes are no UTF-8. */
export function unescapeForm(text: string): string | null {
  return fromBytes(decodeBytes(toBytes(text.replaceAll('+', ' '))));
}
