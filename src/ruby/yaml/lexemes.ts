/**
 * The `yaml` library's lexemes, but for flow collections, where libyaml differs: `[a, -]` ends in the text `-`, and of `[?a]` the
 * question mark makes a key.
 */
import { Lexer } from 'yaml';

/** Comes before the lexeme of a scalar without quotes. */
const SCALAR = '\x1f';

/** The lexemes of a text, in order. @param step called for each */
export function* lexemes(text: string, step: () => void): Generator<string> {
  const rest = new Rest(text);
  let depth = 0;
  for (let lexeme = rest.next(); lexeme !== undefined; lexeme = rest.next()) {
    step();
    if (lexeme === '-' && depth > 0) {
      const taken = lengthOfHyphen(rest);
      if (taken > 0) yield SCALAR;
      yield lexeme;
      for (let count = 1; count < taken; count++) rest.next();
    } else if (lexeme === SCALAR) {
      yield* scalar(rest.next() ?? '', depth > 0);
    } else {
      yield lexeme;
      depth += STEPS.get(lexeme) ?? 0;
    }
  }
}

/** What the library has still to say; of a large file not all at once. */
class Rest {
  private readonly lexer: Iterator<string>;
  private readonly seen: string[] = [];

  constructor(text: string) {
    this.lexer = new Lexer().lex(text);
  }

  next(): string | undefined {
    return this.seen.shift() ?? this.read();
  }

  /** The next ones, which `next` will still give. */
  ahead(count: number): readonly string[] {
    while (this.seen.length < count) {
      const lexeme = this.read();
      if (lexeme === undefined) break;
      this.seen.push(lexeme);
    }
    return this.seen;
  }

  private read(): string | undefined {
    const { value, done } = this.lexer.next();
    return done ? undefined : value;
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
function lengthOfHyphen(rest: Rest): number {
  const [next, text, behind] = rest.ahead(3);
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
