import { type Lexer, nonSpace, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { haskell } from './haskell.js';

interface Parts {
  readonly code: LexerRun;
}

/** Haskell in lines that begin with `>`, from the first one that has a line before it. */
export const literateHaskell: Lexer<Parts> = {
  start: (run) => ({ code: run.create(haskell, run.options) }),
  states: () => ({
    root: [when(codeFollows, rule(/\s*\n(?=>)/, Token.Text, 'code')), rule(/.*\n|.+/, Token.Text)],
    code: [
      rule(/(>)( .*\n?)/, (run, [, mark, code]) => {
        run.token(Token.NameLabel, mark);
        run.delegate(run.memory.code, code!);
      }),
      when(textFollows, rule(/\s*\n(?=[^>])/, Token.Text, '#pop')),
    ],
  }),
};

/** Whether the white space here ends at a line of code. */
function codeFollows(run: LexerRun): boolean {
  const next = run.next(nonSpace);
  return run.text[next] === '>' && run.text[next - 1] === '\n';
}

/** Whether the white space here has a line end with no line of code right behind it. */
function textFollows(run: LexerRun): boolean {
  const lineEnd = run.next('\n');
  const next = run.text[lineEnd + 1];
  return lineEnd < run.next(nonSpace) && next !== undefined && next !== '>';
}
