import { type Lexer, needs, rule, type States, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { mlStates } from './ocaml.js';

/** The words by which Lustre and Lutin differ. */
export interface LustreWords {
  readonly keywords: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

const words: LustreWords = {
  keywords: wordSet(`
    assert body const current end enum extern function include is let merge model needs node operator package provides
    returns step struct tel type unsafe uses var
  `),
  operators: wordSet('and div else fby if mod nor not or pre then when with xor'),
  types: wordSet('bool int real'),
};

/** Lustre, as Verimag has it. */
export const lustre: Lexer = { states: () => lustreStates(words) };

/** The states of Lustre with the words of a relative. */
export function lustreStates({ keywords, operators, types }: LustreWords): States {
  return {
    ...mlStates,
    root: [
      rule(/\s+/, Token.Text),
      rule(/false|true/, Token.KeywordConstant),
      rule(/--.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      needs('*)', rule(/\(\*.*?\*\)/s, Token.CommentMultiline)),
      rule(/[a-z_][\w']*/i, (run, [word]) => {
        if (keywords.has(word)) run.token(Token.Keyword, word);
        else if (operators.has(word)) run.token(Token.OperatorWord, word);
        else run.token(types.has(word) ? Token.KeywordType : Token.Name, word);
      }),
      rule(/[(){}[\];]+/, Token.Punctuation),
      rule(/[,!$%&*+./:<=>?@^|~#-]+/, Token.Operator),
      // A fraction needs an exponent, and any character is its point.
      rule(/\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, Token.NumberFloat),
      rule(/\d[\d_]*/, Token.NumberInteger),
      rule(/'(?:\\[\\"'ntbr ]|\\\d{3}|\\x[\da-fA-F]{2}|\.)'/, Token.StringChar),
      rule(/"/, Token.StringDouble, 'string'),
    ],
  };
}
