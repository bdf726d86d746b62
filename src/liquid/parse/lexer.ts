import { isSpace } from '../../ruby/string.js';
import { type LiquidError, syntaxError } from '../errors.js';
import { checkWordCount } from './markup-limits.js';

/** The kinds of words, by their names in Liquid's messages. */
export type LexemeKind =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dotdot'
  | 'pipe'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'
  | 'end_of_string';

/** A word of the strict grammar. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly text: string;
}

const SPECIALS: ReadonlyMap<string, LexemeKind> = new Map([
  ['|', 'pipe'],
  ['.', 'dot'],
  [':', 'colon'],
  [',', 'comma'],
  ['[', 'open_square'],
  [']', 'close_square'],
  ['(', 'open_round'],
  [')', 'close_round'],
  ['?', 'question'],
  ['-', 'dash'],
]);

const END: Lexeme = { kind: 'end_of_string', text: '' };

/** Cuts markup into words (Liquid 4.0.4, `Lexer#tokenize`). Throws a syntax error at a character the strict grammar lacks. */
export function tokenize(markup: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = skipSpaces(markup, 0);
  while (at < markup.length) {
    const lexeme = readLexeme(markup, at);
    lexemes.push(lexeme);
    checkWordCount(lexemes.length);
    at = skipSpaces(markup, at + lexeme.text.length);
  }
  lexemes.push(END);
  return lexemes;
}

function readLexeme(markup: string, at: number): Lexeme {
  const unit = markup.charCodeAt(at);
  if (isLetter(unit)) return readWord(markup, at);
  if (isDigit(unit) || (unit === DASH && isDigit(markup.charCodeAt(at + 1)))) {
    return { kind: 'number', text: markup.slice(at, numberEnd(markup, at + 1)) };
  }
  if (unit === SINGLE_QUOTE || unit === DOUBLE_QUOTE) return readString(markup, at);
  return readComparison(markup, at) ?? readSpecial(markup, at);
}

/** A name, or `contains`, which is an operator wherever white space follows. */
function readWord(markup: string, at: number): Lexeme {
  if (markup.startsWith('contains', at) && isSpace(markup.charCodeAt(at + 8))) {
    return { kind: 'comparison', text: 'contains' };
  }
  let end = at + 1;
  while (end < markup.length && isNamePart(markup.charCodeAt(end))) end += 1;
  if (markup.charCodeAt(end) === QUESTION) end += 1;
  return { kind: 'id', text: markup.slice(at, end) };
}

/** A decimal point belongs to a number only with a digit behind it. */
function numberEnd(markup: string, from: number): number {
  let end = digitsEnd(markup, from);
  if (markup.charCodeAt(end) === DOT && isDigit(markup.charCodeAt(end + 1))) end = digitsEnd(markup, end + 1);
  return end;
}

function digitsEnd(markup: string, from: number): number {
  let end = from;
  while (isDigit(markup.charCodeAt(end))) end += 1;
  return end;
}

function readString(markup: string, at: number): Lexeme {
  const end = markup.indexOf(markup[at]!, at + 1);
  if (end === -1) throw unexpected(markup, at);
  return { kind: 'string', text: markup.slice(at, end + 1) };
}

function readComparison(markup: string, at: number): Lexeme | null {
  const first = markup[at]!;
  const pair = first + (markup[at + 1] ?? '');
  if (pair === '==' || pair === '!=' || pair === '<>' || pair === '<=' || pair === '>=') {
    return { kind: 'comparison', text: pair };
  }
  return first === '<' || first === '>' ? { kind: 'comparison', text: first } : null;
}

function readSpecial(markup: string, at: number): Lexeme {
  if (markup.startsWith('..', at)) return { kind: 'dotdot', text: '..' };
  const text = markup[at]!;
  const kind = SPECIALS.get(text);
  if (kind === undefined) throw unexpected(markup, at);
  return { kind, text };
}

function unexpected(markup: string, at: number): LiquidError {
  return syntaxError(`Unexpected character ${String.fromCodePoint(markup.codePointAt(at)!)}`);
}

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const DASH = 45;
const DOT = 46;
const QUESTION = 63;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** A letter or `_`, with which names begin. */
function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
}

function isNamePart(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === DASH;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
