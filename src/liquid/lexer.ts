import { syntaxError } from './errors.js';

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

/** In the order in which Liquid tries them: `contains` is an operator only with white space after it. */
const WORD = new RegExp(
  [
    '(?<comparison>==|!=|<>|<=?|>=?|contains(?=[\\t\\n\\v\\f\\r ]))',
    `(?<string>'[^']*'|"[^"]*")`,
    '(?<number>-?\\d+(?:\\.\\d+)?)',
    '(?<id>[a-zA-Z_][\\w-]*\\??)',
    '(?<dotdot>\\.\\.)',
    '(?<special>[|.:,[\\]()?\\-])',
  ].join('|'),
  'y',
);

const END: Lexeme = { kind: 'end_of_string', text: '' };
const WORD_KINDS = ['comparison', 'string', 'number', 'id', 'dotdot'] as const;

/** Cuts markup into words (Liquid 4.0.4, `Lexer#tokenize`). Throws a syntax error at a character the strict grammar lacks. */
export function tokenize(markup: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  for (;;) {
    at = skipSpaces(markup, at);
    if (at === markup.length) break;
    WORD.lastIndex = at;
    const match = WORD.exec(markup);
    if (match === null) {
      throw syntaxError(`Unexpected character ${String.fromCodePoint(markup.codePointAt(at)!)}`);
    }
    lexemes.push(toLexeme(match));
    at += match[0].length;
  }
  lexemes.push(END);
  return lexemes;
}

function toLexeme(match: RegExpExecArray): Lexeme {
  const groups = match.groups!;
  const text = match[0];
  const kind = WORD_KINDS.find((name) => groups[name] !== undefined) ?? SPECIALS.get(text)!;
  return { kind, text };
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) break;
    at += 1;
  }
  return at;
}
