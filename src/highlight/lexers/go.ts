import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  break case chan const continue default defer else fallthrough for func go goto if import interface map package range
  return select struct switch type var
`);
const types = wordSet(`
  bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32
  uint64 uintptr
`);
const builtins = wordSet(
  'append cap close complex copy delete imag len make new panic print println real recover',
);
const constants = wordSet('true false iota nil');

const digits = String.raw`\d(?:_?\d)*`;
const exponent = `(?:[eE][+-]?${digits})`;
const hexDigit = '[\\dA-Fa-f]';

/** Go (the language specification, "Lexical elements"). Names that Go predeclares are told from the user's by the word alone. */
export const go: Lexer = {
  states: () => ({
    root: [
      rule(/\/\/.*/, Token.Comment),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.Comment)),
      rule(/[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*/u, (run, [word]) => run.token(classOf(word), word)),
      rule(number(), Token.Number),
      rule(runeLiteral(), Token.StringChar),
      rule(/[-+*/%&|^<>=!:.]+?/, Token.Operator),
      rule(/[()[\]{},;]/, Token.Punctuation),
      rule(/\s+/, Token.Text),
      rule(/`/, Token.String, 'raw string'),
      rule(/"/, Token.String, 'string'),
    ],

    string: [
      rule(
        new RegExp(`\\\\(?:[abfnrtv\\\\'"]|u${hexDigit}{4}|U${hexDigit}{8}|x${hexDigit}{2})`),
        Token.StringEscape,
      ),
      rule(/\\./, Token.Error),
      rule(/"/, Token.String, '#pop'),
      rule(/[^"\\]+/, Token.String),
    ],

    'raw string': [rule(/`/, Token.String, '#pop'), rule(/[^`]+/, Token.String)],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  if (builtins.has(word)) return Token.NameBuiltin;
  return constants.has(word) ? Token.NameConstant : Token.Name;
}

/** Integers in four bases, floats and imaginary numbers share one class. */
function number(): RegExp {
  const prefixed = [
    '[bB]_*[01](?:_?[01])*',
    '[oO]_*[0-7](?:_?[0-7])*',
    `[xX]_*${hexDigit}(?:_?${hexDigit})*`,
  ];
  const decimal = `${digits}(?:\\.(?:${digits})?)?${exponent}?i?`;
  return new RegExp(`0(?:${prefixed.join('|')})|${decimal}|\\.${digits}${exponent}?i?`);
}

/** One character counts before an escape, so `'\''` ends at its second quote. */
function runeLiteral(): RegExp {
  const sequence = `\\\\(?:u${hexDigit}{4}|U${hexDigit}{8}|[abfnrtv\\\\'"]|[0-7]{3}|x${hexDigit}{2})`;
  return new RegExp(`'(?:.|${sequence})'`);
}
