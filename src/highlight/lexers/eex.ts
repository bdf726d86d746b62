import { type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { elixir } from './elixir.js';
import { templateParent } from './template-parent.js';

interface Parts {
  readonly template: LexerRun;
  readonly code: LexerRun;
}

/** Embedded Elixir: HTML, or the language of the option `parent`, with Elixir between `<%` and `%>`. */
export const eex: Lexer<Parts> = {
  start: (run) => ({ template: templateParent(run), code: run.create(elixir, run.options) }),
  states: () => ({
    root: [
      rule(/<%#/, Token.Comment, 'comment'),
      rule(/<%[%=]?/, Token.CommentPreproc, 'code'),
      rule(/.+?(?=<%)|.+/s, (run, [text]) => run.delegate(run.memory.template, text)),
    ],
    comment: [rule(/%?%>/, Token.Comment, '#pop'), rule(/.+?(?=%?%>)|.+/s, Token.Comment)],
    code: [
      rule(/%?%>/, Token.CommentPreproc, '#pop'),
      rule(/.+?(?=%?%>)|.+/s, (run, [text]) => run.delegate(run.memory.code, text)),
    ],
  }),
};
