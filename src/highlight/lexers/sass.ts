import { include, type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { sassStates } from './sass-common.js';

/** Where lines are indented: a block belongs to what is above it. */
interface Indentation {
  last: string;
  /** The state of the lines of a block that is deeper than `above`. */
  block: { readonly state: string; readonly above: string } | undefined;
}

/** Sass's indented syntax. */
export const sass: Lexer<Indentation> = {
  start: () => ({ last: '', block: undefined }),
  states: () => ({
    ...sassStates,
    root: [
      rule(/[ \t]*\n/, Token.Text),
      rule(/[ \t]*/, (run, [indentation]) => {
        run.token(Token.Text, indentation);
        startLine(run, indentation);
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

function startLine(run: LexerRun<Indentation>, indentation: string): void {
  const { memory } = run;
  memory.last = indentation;
  const { block } = memory;
  if (block !== undefined && indentation.startsWith(block.above) && indentation !== block.above) {
    run.push(block.state);
    return;
  }
  memory.block = undefined;
  run.push('line');
}

function startBlock(run: LexerRun<Indentation>, state: string): void {
  run.pop();
  run.memory.block = { state, above: run.memory.last };
}
