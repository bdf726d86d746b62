/** What the pieces of a BibTeX file look like (bibtex-ruby 6.2.0, `Lexer.patterns`). */
import type { BibtexTokenKind } from './tokens.js';

const NAME_CHARACTER = '\\p{Alphabetic}\\p{Nd}/:_!$?.%+&*\\-';
const SPACE = '[ \\t\\r\\n\\f\\v]';
/** A line break with the white space behind it. */
export const LINE_BREAKS = /\n[ \t\r\n\f\v]*/g;
/** Where an object begins, anywhere. */
export const OBJECT_START = /@[\t ]*/g;
/** Where an object begins, at the beginning of a line. */
export const LINE_OBJECT_START = /(?:(?<![^\n])|\n)[\t ]*@[\t ]*/g;
/** The same where reading goes on, which counts as the beginning of a line. */
export const OBJECT_HERE = /[\t ]*@[\t ]*/y;
/** What counts within braces. */
export const BRACE = /[{}]/g;
/** What counts within quotation marks. */
export const LITERAL_END = /[{}"]/g;
/** The brace that opens an object. */
export const OPEN = new RegExp(`${SPACE}*\\{`, 'y');
/** `article` and the like. */
export const ENTRY_TYPE = /[a-z\d:_!.$%&*-]+/iy;
/** An entry’s key with the comma behind it. */
export const KEY = new RegExp(`${SPACE}*[${NAME_CHARACTER} ;'"{}]+,`, 'uy');
/** The same where it may be missing. */
export const OPTIONAL_KEY = new RegExp(`${SPACE}*[${NAME_CHARACTER} ;'"]*,`, 'uy');

/** What may stand in an object, tried in this order. */
export const IN_OBJECT: readonly (readonly [kind: BibtexTokenKind | 'quote' | 'space', pattern: RegExp])[] = [
  ['open', OPEN],
  ['close', new RegExp(`${SPACE}*\\}${SPACE}*`, 'y')],
  ['equals', new RegExp(`${SPACE}*=${SPACE}*`, 'y')],
  ['comma', new RegExp(`${SPACE}*,${SPACE}*`, 'y')],
  ['number', /\p{Nd}+/uy],
  ['name', new RegExp(`[${NAME_CHARACTER}]+`, 'uy')],
  ['quote', new RegExp(`${SPACE}*"`, 'y')],
  ['sharp', new RegExp(`${SPACE}*#${SPACE}*`, 'y')],
  ['at', /@/y],
  ['space', new RegExp(`${SPACE}+`, 'y')],
];

/** The words behind `@` that begin no entry. */
export const SPECIAL_OBJECTS: readonly (readonly [
  kind: 'string' | 'preamble' | 'comment',
  pattern: RegExp,
])[] = [
  ['string', /string/iy],
  ['preamble', /preamble(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])/iuy],
  ['comment', /comment(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])/iuy],
];
