import { type Lexer, rule, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { shell } from './shell.js';

const instructions = words(`
  ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER SHELL STOPSIGNAL USER VOLUME WORKDIR
`);

/** A Dockerfile: instructions at the start of a line with their arguments; what follows `RUN` is shell. */
export const docker: Lexer<{ shell: LexerRun | null }> = {
  start: () => ({ shell: null }),
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i, [
        Token.Keyword,
        Token.Whitespace,
        Token.String,
        Token.Whitespace,
        Token.Keyword,
        Token.Whitespace,
        Token.String,
      ]),
      rule(new RegExp(`^(ONBUILD)(\\s+)(${instructions})(.*)`, 'i'), [
        Token.Keyword,
        Token.Whitespace,
        Token.Keyword,
        Token.String,
      ]),
      rule(new RegExp(`^(${instructions})(?!\\w)(.*)`, 'i'), [Token.Keyword, Token.String]),
      rule(/#.*/, Token.Comment),
      rule(/^(?:ONBUILD\s+)?RUN\s+/i, (run, [instruction]) => {
        run.token(Token.Keyword, instruction);
        run.push('shell');
        run.memory.shell = run.create(shell);
      }),
      rule(/\w+|\W+/, Token.Text),
    ],

    shell: [
      rule(/\n/, Token.Text, '#pop'),
      rule(/\\[\s\S]/, Token.StringEscape),
      rule(/(?:\\.|[^\n\\])+/, (run, [line]) => run.delegate(run.memory.shell!, line)),
    ],
  }),
};
