/** Characters and sets of them as Ruby's patterns name them: `\w` and its kin are ASCII's, `\p{…}` and the edges of words Unicode's. */
import type { Reader } from './reader.js';

const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]';
/** `\b`: between a letter, digit or underscore of any script and what is none. */
export const WORD_EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
/** `\B`. */
export const NO_WORD_EDGE = `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;

const SHORT: Readonly<Record<string, string>> = {
  d: '0-9',
  w: '0-9A-Za-z_',
  s: '\\t\\n\\v\\f\\r\\x20',
  h: '0-9A-Fa-f',
};

/** Sets by POSIX's names, as `[[:alpha:]]` and `\p{Alpha}` have them. */
const NAMED: Readonly<Record<string, string>> = {
  alnum: '\\p{Alphabetic}\\p{Nd}',
  alpha: '\\p{Alphabetic}',
  ascii: '\\x00-\\x7f',
  blank: '\\p{Zs}\\t',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  graph: '[\\P{Z}&&\\P{Cc}&&\\P{Cn}&&\\P{Cs}]',
  lower: '\\p{Lowercase}',
  print: '\\p{Zs}[\\P{Z}&&\\P{Cc}&&\\P{Cn}&&\\P{Cs}]',
  punct: '\\p{P}\\$\\+<=>\\^`\\|~',
  space: '\\p{White_Space}',
  upper: '\\p{Uppercase}',
  word: '\\p{L}\\p{M}\\p{N}\\p{Pc}',
  xdigit: '0-9A-Fa-f',
  any: '\\p{Any}',
};

/** A character as itself, wherever it stands. */
export function literal(text: string): string {
  return text.replace(
    /[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~"']/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** The set behind a backslash, e.g. `d` or `p{Alpha}`, as a class of its own; `null` if a single character stands there. */
export function escapedSet(reader: Reader): string | null {
  const short = reader.match(/[dwshDWSH]/y);
  if (short !== null) {
    const [letter] = short;
    const lower = letter.toLowerCase();
    return `[${letter === lower ? '' : '^'}${SHORT[lower]}]`;
  }
  const property = reader.match(/([pP])\{(\^?)([^}]+)\}/y);
  if (property === null) return null;
  const [, letter, caret, name] = property;
  return propertySet(name!, (letter === 'P') !== (caret === '^'));
}

/** `[:alpha:]`, without its brackets and colons. */
export function posixSet(name: string, isNegated: boolean, reader: Reader): string {
  const known = NAMED[name];
  if (known === undefined) throw reader.error('invalid POSIX bracket type');
  return `[${isNegated ? '^' : ''}${known}]`;
}

function propertySet(name: string, isNegated: boolean): string {
  const known = NAMED[name.toLowerCase()];
  if (known !== undefined) return `[${isNegated ? '^' : ''}${known}]`;
  const proper = GENERAL.test(name) ? name : `Script=${name}`;
  return `[${isNegated ? '^' : ''}\\p{${proper}}]`;
}

const GENERAL = /^(?:[A-Z][a-z&]?|Letter|Mark|Number|Punctuation|Symbol|Separator|Other|Emoji)$/;

const CONTROLS: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  a: '\x07',
  e: '\x1b',
};

/** The character behind a backslash. */
export function escapedCharacter(reader: Reader): string {
  const code =
    reader.match(/x([0-9A-Fa-f]{1,2})/y) ??
    reader.match(/u([0-9A-Fa-f]{4})/y) ??
    reader.match(/u\{\s*([0-9A-Fa-f]+)\s*\}/y);
  if (code !== null) return String.fromCodePoint(Number.parseInt(code[1]!, 16));
  const octal = reader.match(/[0-7]{1,3}/y);
  if (octal !== null) return String.fromCodePoint(Number.parseInt(octal[0], 8));
  if (reader.isAtEnd) throw reader.error('too short escape sequence');
  const character = reader.next();
  return CONTROLS[character] ?? character;
}
