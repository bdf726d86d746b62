import { type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { coffeescript } from './coffeescript.js';
import { markdown } from './markdown.js';

interface Parts {
  readonly text: LexerRun;
  readonly code: LexerRun;
}

/** CoffeeScript in the code blocks of a Markdown text. A last line without a line end is an error, as in Rouge. */
export const literateCoffeescript: Lexer<Parts> = {
  start: (run) => ({ text: run.create(markdown, run.options), code: run.create(coffeescript, run.options) }),
  states: () => ({
    root: [
      rule(/^(?: {4}.*\n)+/, (run, [code]) => run.delegate(run.memory.code, code)),
      rule(/^(?: {0,3}(?:\S.*)?\n)*/, (run, [text]) => run.delegate(run.memory.text, text)),
    ],
  }),
};
