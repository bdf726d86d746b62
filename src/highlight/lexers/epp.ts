import { type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { plaintext } from './plaintext.js';
import { puppet } from './puppet.js';

interface Parts {
  readonly template: LexerRun;
  readonly code: LexerRun;
}

type Run = LexerRun<Parts>;

/** Embedded Puppet: text, or the language of the option `parent`, with Puppet between `<%` and `%>`. Bars enclose parameters. */
export const epp: Lexer<Parts> = {
  start(run) {
    const parent = run.options.get('parent');
    const template = parent === undefined ? null : run.createNamed(parent, '');
    return { template: template ?? run.create(plaintext), code: run.create(puppet, run.options) };
  },
  states: () => ({
    root: [
      rule(/<%#/, Token.Comment, 'comment'),
      rule(/<%[%=]|<%-?(?:\s*\|)?/, Token.CommentPreproc, 'code'),
      rule(/.+?(?=<%)|.+/s, (run: Run, [text]) => run.delegate(run.memory.template, text)),
    ],
    comment: [
      rule(/%%>|(?:\|\s*)?-?%>/, Token.Comment, '#pop'),
      rule(/.+?(?=%%>|(?:\|\s*)?-?%>)|.+/s, Token.Comment),
    ],
    code: [
      rule(/%%>|(?:\|\s*)?-?%>/, Token.CommentPreproc, '#pop'),
      rule(/.+?(?=%%>|(?:\|\s*)?-?%>)|.+/s, (run: Run, [text]) => run.delegate(run.memory.code, text)),
    ],
  }),
};
