import { include, type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { sassStates } from './sass-common.js';

/** SCSS. What looks like `name: value` up to the next delimiter is a declaration, anything else a selector. */
export const scss: Lexer = {
  states: () => ({
    ...sassStates,
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/@import\b/, Token.Keyword, 'value'),
      include('common content'),
      rule(/(?=[^;{}][;}])|(?=[^;{}:[]+:[^a-z])/, Token.Text, 'attribute'),
      rule(/(?:)/, Token.Text, 'selector'),
    ],
    'end of section': [
      rule(/\n/, Token.Text),
      rule(/[;{}]/, (run, [mark]) => {
        run.token(Token.Punctuation, mark);
        run.resetStack();
      }),
    ],
  }),
};
