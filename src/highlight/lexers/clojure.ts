import { type Lexer, quotedString, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { builtins } from './clojure-words.js';

const keywords = wordSet('cond def defmacro defmethod defmulti defn defn- defstruct fn for if let');

/** Clojure. The first name of a list is a function. */
export const clojure: Lexer = {
  states: () => ({
    root: [
      rule(/;.*/, Token.CommentSingle),
      rule(/\s+/, Token.Whitespace),
      rule(/-?\d+\.\d+/, Token.NumberFloat),
      rule(/-?\d+/, Token.NumberInteger),
      quotedString('"', Token.String),
      rule(/'[\w!#$%*+,<=>?/.-]+/, Token.StringSymbol),
      rule(/::?[\w!#$%*+,<=>?/.-]+/, Token.NameConstant),
      rule(/\\./, Token.StringChar),
      rule(/~@|[`'#^~&@]/, Token.Operator),
      rule(/(\()(\s*)([\w!$%*+,<=>?/.-]+)/, (run, [, parenthesis, space, name]) => {
        run.token(Token.Punctuation, parenthesis);
        run.token(Token.Whitespace, space);
        run.token(classOf(name!, Token.NameFunction), name);
      }),
      rule(/[\w!$%*+,<=>?/.-]+/, (run, [name]) => run.token(classOf(name, Token.Name), name)),
      rule(/[[\]{}()]/, Token.Punctuation),
    ],
  }),
};

function classOf(name: string, otherwise: Token): Token {
  if (keywords.has(name)) return Token.Keyword;
  return builtins.has(name) ? Token.NameBuiltin : otherwise;
}
