import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Brainfuck. A loop at the very start can never run, and counts as a comment. */
export const brainfuck: Lexer = {
  start: (run) => run.push('start'),
  states: () => ({
    root: [rule(/\]/, Token.Error), include('commands')],
    loop: [rule(/\]/, Token.Punctuation, '#pop'), include('commands')],
    commands: [
      rule(/\[/, Token.Punctuation, 'loop'),
      rule(/[^><+\-.,[\]]+/, Token.CommentSingle),
      rule(/[><]+/, Token.NameBuiltin),
      rule(/[+\-.,]+/, Token.NameFunction),
    ],

    start: [
      rule(/\s+/, Token.Text),
      rule(/\[/, Token.CommentMultiline, 'comment'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    comment: [
      rule(/\[/, Token.CommentMultiline, '#push'),
      rule(/\]/, Token.CommentMultiline, '#pop'),
      rule(/[^[\]]+/, Token.CommentMultiline),
    ],
  }),
};
