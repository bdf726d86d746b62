/**
 * Bytes that are no text. Ruby's strings hold them as they are and write them again, and so do Jekyll's pages as long as nobody
 * looks into them; here each stands in the text as a lone surrogate, U+DC80 for 0x80 to U+DCFF for 0xFF, which no text of a
 * file can hold by itself, and becomes the same byte again when the text is written.
 */
import { isUtf8 } from 'node:buffer';
import { codePointLength, lineNumberAt } from './string.js';

/** Where the first kept byte of a text stands. */
export interface KeptByte {
  /** 128 to 255. */
  readonly byte: number;
  /** In UTF-16 units. */
  readonly offset: number;
  /** 1-based, in the text. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

/** With `u`, halves of pairs do not match. */
const KEPT = /[\uDC80-\uDCFF]/u;
const FIRST_KEPT = 0xdc80;
const FIRST_BYTE = 0x80;

/** How a byte is kept in a text. */
export function keepByte(byte: number): string {
  return String.fromCharCode(FIRST_KEPT + byte - FIRST_BYTE);
}

/** The byte that a lone surrogate stands for; `null` for any other character. */
export function keptByteOf(codePoint: number): number | null {
  const byte = codePoint - FIRST_KEPT + FIRST_BYTE;
  return byte >= FIRST_BYTE && byte <= 0xff ? byte : null;
}

/** The first byte that a text keeps; `null` when all of it is text. */
export function firstKeptByte(text: string): KeptByte | null {
  // A text without lone surrogates keeps no byte; the engine knows that by itself, many times faster than an expression does.
  const offset = text.isWellFormed() ? -1 : text.search(KEPT);
  if (offset < 0) return null;
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  return {
    byte: text.charCodeAt(offset) - FIRST_KEPT + FIRST_BYTE,
    offset,
    line: lineNumberAt(text, offset),
    column: codePointLength(text.slice(lineStart, offset)) + 1,
  };
}

/** Text of UTF-8, other bytes kept. */
export function decodeUtf8(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return decodeKeeping(bytes, lengthOfCharacter, (start, end) => bytes.toString('utf8', start, end));
}

/**
 * Text of an encoding, other bytes kept.
 *
 * @param lengthAt how many bytes make the character at an index, 0 for none
 * @param textOf   the text of a stretch of whole characters
 */
export function decodeKeeping(
  bytes: Buffer,
  lengthAt: (bytes: Buffer, index: number) => number,
  textOf: (start: number, end: number) => string,
): string {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = lengthAt(bytes, index);
    if (length > 0) {
      index += length;
      continue;
    }
    parts.push(textOf(start, index), keepByte(bytes[index]!));
    index += 1;
    start = index;
  }
  parts.push(textOf(start, bytes.length));
  return parts.join('');
}

function lengthOfCharacter(bytes: Buffer, index: number): number {
  const lead = bytes[index]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const isWhole = index + length <= bytes.length && isUtf8(bytes.subarray(index, index + length));
  return isWhole ? length : 0;
}

/** A text's bytes, kept ones as they were; the rest by `encode`. */
export function encodeKeeping(text: string, encode: (text: string) => Buffer): Buffer {
  if (text.isWellFormed() || !KEPT.test(text)) return encode(text);
  const parts = text.split(/([\uDC80-\uDCFF])/u).map((part, index) => {
    const isKept = index % 2 === 1;
    return isKept ? Buffer.of(part.charCodeAt(0) - FIRST_KEPT + FIRST_BYTE) : encode(part);
  });
  return Buffer.concat(parts);
}
