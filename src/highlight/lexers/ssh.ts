import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** OpenSSH's configuration: a keyword, then its arguments up to the line's end. */
export const ssh: Lexer = {
  states: () => ({
    root: [rule(/[a-z0-9]+/i, Token.Keyword, 'arguments'), include('space')],
    arguments: [
      rule(/\n/, Token.Text, '#pop'),
      rule(/(?:yes|no|confirm|ask|always|auto|none|force)\b/, Token.NameConstant),
      rule(/\d+/, Token.Number),
      rule(/[^#\s;{}$\\]+/, Token.Text),
      include('space'),
    ],
    space: [rule(/\s+/, Token.Text), rule(/#.*/, Token.CommentSingle)],
  }),
};
