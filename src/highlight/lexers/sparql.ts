import {
  include,
  type Lexer,
  needs,
  rule,
  type StateEntry,
  when,
  wordCharacters,
  wordSet,
} from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const builtins = wordSet(`
  ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR GROUP_CONCAT HOURS IF IRI
  LANG LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SEPARATOR SHA1
  SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ
  UCASE URI UUID YEAR
`);
const keywords = wordSet(`
  ADD ALL AS ASC ASK BASE BIND BINDINGS BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC DESCRIBE DISTINCT DROP
  EXISTS FILTER FROM GRAPH GROUP HAVING IN INSERT LIMIT LOAD MINUS MOVE NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED
  SELECT SERVICE SILENT TO UNDEF UNION USING VALUES WHERE WITH
`);

const afterName = /[^\w\x80-\uffff-]/g;

/**
 * SPARQL. A word that is no keyword is an error, and so are, as in Rouge, the built-in functions with small letters in their
 * names (`isIRI`).
 */
export const sparql: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/#.*/, Token.CommentSingle),

      rule(/"""/, Token.StringDouble, 'long double quoted'),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'''/, Token.StringSingle, 'long single quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),

      rule(new RegExp(`[$?][${wordCharacters}]+`), Token.NameVariable),
      when(
        (run) => run.meets(afterName, ':'),
        rule(new RegExp(`([${wordCharacters}-]*)(:)([${wordCharacters}-]+)?`), [
          Token.NameNamespace,
          Token.Operator,
          Token.StringSymbol,
        ]),
      ),
      needs('>', rule(/<[^>]*>/, Token.NameNamespace)),
      rule(/true|false/i, Token.KeywordConstant),
      rule(/a\b/, Token.Keyword),
      rule(new RegExp(`[A-Z][${wordCharacters}]+`, 'i'), lexWord),
      rule(/[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/[+-]?\d+/, Token.NumberInteger),
      rule(/[\][(){}.,;=]/, Token.Punctuation),
      rule(/[/?*+!<>]|&&|\|\||\^\^/, Token.Operator),
    ],

    'double quoted': stringOf('"', Token.StringDouble, false),
    'long double quoted': stringOf('"', Token.StringDouble, true),
    'single quoted': stringOf("'", Token.StringSingle, false),
    'long single quoted': stringOf("'", Token.StringSingle, true),
    escapes: [rule(/\\(?:[tbnrf"'\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/, Token.StringEscape)],
    'string end': [
      rule(/(@)([a-zA-Z]+(?:-[a-zA-Z\d]+)*)/, [Token.Operator, Token.NameProperty]),
      rule(/\^\^/, Token.Operator),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  }),
};

function stringOf(quote: string, token: Token, isLong: boolean): StateEntry[] {
  const closing = rule(new RegExp(isLong ? quote.repeat(3) : quote), token, ['#pop', 'string end']);
  return [
    closing,
    ...(isLong ? [rule(new RegExp(quote), token)] : []),
    include('escapes'),
    rule(new RegExp(`\\\\|[^${quote}\\\\]+`), token),
  ];
}

function lexWord(run: LexerRun, [word]: RegExpExecArray): void {
  const name = word.toUpperCase();
  if (builtins.has(name)) run.token(Token.NameBuiltin, word);
  else run.token(keywords.has(name) ? Token.Keyword : Token.Error, word);
}
