/**
 * The `yaml` library's lexemes, but for flow collections, where libyaml differs: `[a, -]` ends in the text `-`, and of `[?a]` the
 * question mark makes a key.
 */
import { Lexer } from 'yaml';

/** Comes before the lexeme of a scalar without quotes. */
const SCALAR = '\x1f';

/** The lexemes of a text, in order. */
export function* lexemes(text: string): Generator<string> {
  const all = [...new Lexer().lex(text)];
  let depth = 0;
  for (let index = 0; index < all.length; index++) {
    const lexeme = all[index]!;
    if (lexeme === '-' && depth > 0) {
      const taken = lengthOfHyphen(all, index);
      if (taken > 0) yield SCALAR;
      yield lexeme;
      index += Math.max(taken, 1) - 1;
    } else if (lexeme === SCALAR) {
      yield* scalar(all[++index] ?? '', depth > 0);
    } else {
      yield lexeme;
      depth += STEPS.get(lexeme) ?? 0;
    }
  }
}

function* scalar(text: string, isInFlow: boolean): Generator<string> {
  const isKey = isInFlow && /^\?(?!["'?])/.test(text);
  if (isKey) yield '?';
  if (isKey && text.length === 1) return;
  yield SCALAR;
  yield isKey ? text.slice(1) : text;
}

/** How many lexemes the library makes of a hyphen that is text; 0 for one that begins an item of a block list. */
function lengthOfHyphen(all: readonly string[], index: number): number {
  const [next, text, behind] = all.slice(index + 1, index + 4);
  if (next === ']' || next === '}') return 1;
  return next === SCALAR && text === '' && behind === ',' ? 3 : 0;
}

/** How many flow collections more are open behind a lexeme. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
]);
