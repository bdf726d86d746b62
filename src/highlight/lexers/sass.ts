import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { type Indentation, noIndentation, startBlock, startLine } from './indentation.js';
import { sassStates } from './sass-common.js';

/** Sass's indented syntax. */
export const sass: Lexer<Indentation> = {
  start: noIndentation,
  states: () => ({
    ...sassStates,
    root: [
      rule(/[ \t]*\n/, Token.Text),
      rule(/[ \t]*/, (run, [indentation]) => {
        run.token(Token.Text, indentation);
        startLine(run, indentation, 'line');
      }),
    ],
    line: [
      rule(/\/\/.*/, (run, [comment]) => {
        run.token(Token.CommentSingle, comment);
        startBlock(run, 'single comment');
      }),
      rule(/\/\*.*\n/, (run, [comment]) => {
        run.token(Token.CommentMultiline, comment);
        startBlock(run, 'multi-line comment');
      }),
      rule(/@import\b/, Token.Keyword, 'import'),
      include('common content'),
      rule(/=[\w-]+/, Token.NameFunction, 'value'),
      rule(/\+[\w-]+/, Token.NameDecorator, 'value'),
      rule(/:/, Token.NameAttribute, 'old attribute'),
      rule(/(?=[^[\n]+?:(?:[^a-z]|$))/, Token.Text, 'attribute'),
      rule(/(?:)/, Token.Text, 'selector'),
    ],
    'single comment': [rule(/.*/, Token.CommentSingle, '#pop')],
    'multi-line comment': [rule(/.*\n/, Token.CommentMultiline, '#pop')],
    import: [rule(/[ \t]+/, Token.Text), rule(/\S+/, Token.String), rule(/\n/, Token.Text, '#pop')],
    'old attribute': [include('attribute name'), rule(/(?:)/, Token.Text, ['#pop', 'value'])],
    'end of section': [
      rule(/\n/, (run, [end]) => {
        run.token(Token.Text, end);
        run.resetStack();
      }),
    ],
  }),
};
