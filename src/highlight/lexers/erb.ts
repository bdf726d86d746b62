import { type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { ruby } from './ruby.js';
import { templateParent } from './template-parent.js';

interface Parts {
  readonly template: LexerRun;
  readonly code: LexerRun;
}

/** Embedded Ruby: HTML, or the language of the option `parent`, with Ruby between `<%` and `%>`. */
export const erb: Lexer<Parts> = {
  start: (run) => ({ template: templateParent(run), code: run.create(ruby, run.options) }),
  states: () => ({
    root: [
      rule(/<%#/, Token.Comment, 'comment'),
      rule(/<%[%=-]?/, Token.CommentPreproc, 'code'),
      rule(/.+?(?=<%)|.+/s, (run, [text]) => run.delegate(run.memory.template, text)),
    ],
    comment: [rule(/[%-]?%>/, Token.Comment, '#pop'), rule(/.+?(?=[%-]?%>)|.+/s, Token.Comment)],
    code: [
      rule(/[%-]?%>/, Token.CommentPreproc, '#pop'),
      rule(/.+?(?=[%-]?%>)|.+/s, (run, [text]) => run.delegate(run.memory.code, text)),
    ],
  }),
};
