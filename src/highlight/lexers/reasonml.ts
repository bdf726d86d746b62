import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { primitives, wordOperators } from './ocaml.js';
import { reasonLiterals, reasonName, reasonStates } from './reason-common.js';

const keywords = wordSet(`
  as assert begin class constraint do done downto else end exception external false for fun function functor if in
  include inherit initializer lazy let module mutable new nonrec object of open rec sig struct switch then to true
  try type val virtual when while with
`);

/** ReasonML: OCaml with the looks of JavaScript. */
export const reasonml: Lexer = {
  states: () => ({
    root: [
      rule(/false|true|\(\)|\[\]/, Token.NameBuiltinPseudo),
      rule(new RegExp(`\`${reasonName}`), Token.NameTag),
      include('space and paths'),
      rule(new RegExp(reasonName), (run, [word]) => run.token(classOf(word), word)),
      rule(/[(){}[\];]+/, Token.Punctuation),
      rule(/[,!$%&*+./:<=>?@^|~#-][;,_!$%&*+./:<=>?@^|~#-]*/, Token.Operator),
      ...reasonLiterals,
    ],
    ...reasonStates,
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (wordOperators.has(word)) return Token.OperatorWord;
  return primitives.has(word) ? Token.KeywordType : Token.Name;
}
