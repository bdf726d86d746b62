import { type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Configuration files of any kind: comments, strings, words and numbers. */
export const conf: Lexer = {
  states: () => ({
    root: [
      needs('\n', rule(/#.*\n/, Token.Comment)),
      rule(/".*?"/, Token.StringDouble),
      rule(/'.*?'/, Token.StringSingle),
      rule(/[a-z]\w*/i, Token.Name),
      rule(/\d+/, Token.Number),
      rule(/[^\w#"']+/, Token.Text),
    ],
  }),
};
