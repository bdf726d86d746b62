/** Encodings by Ruby's names: UTF-8 by Node, the others by iconv-lite, which is loaded when a site sets one. */
import { createRequire } from 'node:module';
import { decodeKeeping, decodeUtf8, encodeKeeping } from './kept-bytes.js';
import { withoutByteOrderMark } from './string.js';

type Iconv = Pick<typeof import('iconv-lite'), 'decode' | 'encode'>;

/** What text is read and written in. */
export interface Encoding {
  /** As Ruby's messages have it, e.g. `UTF-8`. */
  readonly name: string;
  readonly isUtf8: boolean;
  /** Text of bytes; those that are none are kept (`kept-bytes.ts`). */
  decode(bytes: Buffer): string;
  /** Bytes of a text, kept ones as they were. A character that the encoding lacks becomes another: ask `firstMissing` before. */
  encode(text: string): Buffer;
  /** The first character that the encoding lacks; `null` when it has them all. */
  firstMissing(text: string): string | null;
}

/** UTF-8, which has all characters. */
export const utf8: Encoding = {
  name: 'UTF-8',
  isUtf8: true,
  decode: decodeUtf8,
  encode: (text) => encodeKeeping(text, (part) => Buffer.from(part)),
  firstMissing: () => null,
};

/**
 * Ruby's names of encodings in which a file may begin with `---` (so neither UTF-16 nor UTF-32), as far as iconv-lite has them.
 * Capitals do not matter.
 */
const NAMES: ReadonlySet<string> = new Set(
  [
    'ascii-8bit binary us-ascii ascii ansi_x3.4-1968 euc-jp eucjp windows-31j cp932 sjis shift_jis',
    'big5 cp950 big5-hkscs big5-hkscs:2008 euc-kr euckr cp949 gb18030 gbk cp936 gb2312 euc-cn euccn tis-620 koi8-r koi8-u',
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16].map((part) => `iso-8859-${part} iso8859-${part}`),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => `windows-125${page} cp125${page}`),
    ...[437, 737, 775, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869].map(
      (page) => `ibm${page} cp${page}`,
    ),
    'cp720 windows-874 cp874 maccenteuro maccroatian maccyrillic macgreek maciceland macroman macromania macthai macturkish',
    'macukraine',
  ].flatMap((line) => line.split(' ')),
);

const UTF_8_NAMES: ReadonlySet<string> = new Set([
  '',
  'utf-8',
  'cp65001',
  'locale',
  'external',
  'filesystem',
]);

/**
 * The encoding of that name, a `bom|` before it and the one that Ruby would turn it into (`iso-8859-1:utf-8`) left aside; `null`
 * for one that is not known, which Ruby ignores.
 */
export function encodingNamed(name: string): Encoding | null {
  const plain = name.replace(/^bom\|/i, '').toLowerCase();
  const known = NAMES.has(plain) ? plain : plain.replace(/:.*/, '');
  if (UTF_8_NAMES.has(known)) return utf8;
  return NAMES.has(known) ? iconvEncoding(known) : null;
}

/** The encoding in which text that was read in `name` is written: the one after the colon in `iso-8859-1:utf-8`. */
export function writtenEncoding(name: string): Encoding {
  const [, internal] = /^[^:]*:([^:]+)$/.exec(name) ?? [];
  const isOneName = NAMES.has(name.toLowerCase());
  return encodingNamed(internal === undefined || isOneName ? name : internal) ?? utf8;
}

/**
 * Text of a file.
 *
 * @param name of the encoding; UTF-8 for one nobody knows, as in Ruby
 * @param dropsMark whether a byte order mark is taken off, as Jekyll does for all but tables
 */
export function decodeText(bytes: Buffer, name: string, dropsMark = true): string {
  const encoding = encodingNamed(name) ?? utf8;
  const text = encoding.decode(bytes);
  return encoding.isUtf8 && dropsMark ? withoutByteOrderMark(text) : text;
}

/** What text of an encoding is called in messages: what it was read in, `UTF-8` for a name nobody knows. */
export function readAs(name: string): string {
  return (encodingNamed(name) ?? utf8).name;
}

/** Made once each: every file that is read or written asks for its own. */
const iconvEncodings = new Map<string, Encoding>();

function iconvEncoding(name: string): Encoding {
  const made = iconvEncodings.get(name) ?? makeIconvEncoding(name);
  iconvEncodings.set(name, made);
  return made;
}

function makeIconvEncoding(name: string): Encoding {
  const iconv = createRequire(import.meta.url)('#iconv-lite') as Iconv;
  const decode = (bytes: Buffer): string => iconv.decode(bytes, name, { stripBOM: false });
  const encode = (text: string): Buffer => iconv.encode(text, name);
  const isText = (text: string): boolean => !text.includes('\uFFFD');
  return {
    name: name.toUpperCase(),
    isUtf8: false,
    decode(bytes) {
      const text = decode(bytes);
      if (isText(text)) return text;
      return decodeKeeping(bytes, lengthBy(decode, isText), (start, end) =>
        decode(bytes.subarray(start, end)),
      );
    },
    encode: (text) => encodeKeeping(text, encode),
    firstMissing(text) {
      const isWritten = (part: string): boolean => decode(encode(part)) === part;
      const whole = text.replace(/[\uDC80-\uDCFF]/gu, '');
      return isWritten(whole) ? null : (Array.from(whole).find((character) => !isWritten(character)) ?? null);
    },
  };
}

/** The longest characters are of four bytes (GB 18030). */
const LONGEST = 4;

function lengthBy(
  decode: (bytes: Buffer) => string,
  isText: (text: string) => boolean,
): (bytes: Buffer, index: number) => number {
  return (bytes, index) => {
    for (let length = 1; length <= LONGEST && index + length <= bytes.length; length++) {
      const text = decode(bytes.subarray(index, index + length));
      if (text !== '' && isText(text)) return length;
    }
    return 0;
  };
}
