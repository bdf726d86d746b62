import { type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { plaintext } from './plaintext.js';

interface Memory {
  readonly outside: LexerRun;
  readonly start: string;
  readonly end: string;
}

/**
 * Text, or code in the language of the option `lang`, with pieces between `<!` and `!>` (the options `start` and `end`) that a
 * program may have Rouge write as they stand. Jekyll does not: there they are errors.
 */
export const escapeLexer: Lexer<Memory> = {
  start(run) {
    const language = run.options.get('lang');
    const outside = language === undefined ? null : run.createNamed(language, '');
    return {
      outside: outside ?? run.create(plaintext),
      start: run.options.get('start') ?? '<!',
      end: run.options.get('end') ?? '!>',
    };
  },
  states: () => ({ root: [rule(/.+/s, lexPieces)] }),
};

function lexPieces(run: LexerRun<Memory>, [code]: RegExpExecArray): void {
  const { outside, start, end } = run.memory;
  let place = 0;
  while (place < code.length) {
    const from = indexOf(code, start, place);
    run.delegate(outside, code.slice(place, from));
    const to = indexOf(code, end, from + start.length);
    run.token(Token.Escape, code.slice(from + start.length, to));
    place = to + end.length;
  }
}

/** Where a mark is, or the end of the code. */
function indexOf(code: string, mark: string, from: number): number {
  const place = code.indexOf(mark, from);
  return place === -1 ? code.length : place;
}
