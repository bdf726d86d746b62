import { include, type Lexer, lettersOfAnyCase, rule, type States, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  as assert begin class constraint do done downto else end exception external false for fun function functor if in
  include inherit initializer lazy let match module mutable new nonrec object of open raise rec sig struct then to true
  try type val virtual when while with
`);
export const wordOperators = wordSet('and asr land lor lsl lxor mod or');
export const primitives = wordSet('array bool char float int list string unit');

const name = `[${lettersOfAnyCase}_][\\w']*`;

/** OCaml. Comments nest; what starts with a capital is a module or a constructor. */
export const ocaml: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/false|true|\(\)|\[\]/, Token.NameBuiltinPseudo),
      rule(/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace, 'path'),
      rule(new RegExp(`\`${name}`), Token.NameTag),
      rule(/[A-Z][\w']*/, Token.NameClass),
      rule(/\(\*(?!\))/, Token.Comment, 'comment'),
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word), word)),
      rule(/[(){}[\];]+/, Token.Punctuation),
      rule(/[;,_!$%&*+./:<=>?@^|~#-]+/, Token.Operator),
      ...mlLiterals,
    ],
    ...mlPath,
    ...mlStates,
  }),
};

/** What follows the name of a module, which ReasonML and ReScript have too. */
export const mlPath: States = {
  path: [
    rule(/\s+/, Token.Text),
    rule(/\./, Token.Punctuation),
    rule(/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace),
    rule(/[A-Z][\w']*/, Token.NameClass, '#pop'),
    rule(new RegExp(name), Token.Name, '#pop'),
    rule(/[({[]/, Token.Punctuation, '#pop'),
  ],
};

/** Numbers. A fraction needs an exponent, as in Rouge. */
export const mlNumbers = [
  rule(/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, Token.NumberFloat),
  rule(/0x[\da-f][\da-f_]*/i, Token.NumberHex),
  rule(/0o[0-7][0-7_]*/i, Token.NumberOct),
  rule(/0b[01][01_]*/i, Token.NumberBin),
  rule(/\d[\d_]*/, Token.NumberInteger),
];

/** Numbers, characters and strings, which F# has too. */
export const mlLiterals = [
  ...mlNumbers,
  rule(/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[\da-fA-F]{2}|\.)'/, Token.StringChar),
  rule(/'/, Token.Keyword),
  rule(/"/, Token.StringDouble, 'string'),
];

export const mlStates: States = {
  comment: [
    rule(/[^(*)]+/, Token.Comment),
    rule(/\(\*/, Token.Comment, '#push'),
    rule(/\*\)/, Token.Comment, '#pop'),
    rule(/[(*)]/, Token.Comment),
  ],
  string: [
    rule(/[^\\"]+/, Token.StringDouble),
    include('escape'),
    rule(/\\\n/, Token.StringDouble),
    rule(/"/, Token.StringDouble, '#pop'),
  ],
  escape: [rule(/\\(?:[\\"'ntbr]|\d{3}|x[\da-fA-F]{2})/, Token.StringEscape)],
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (wordOperators.has(word)) return Token.OperatorWord;
  return primitives.has(word) ? Token.KeywordType : Token.Name;
}
