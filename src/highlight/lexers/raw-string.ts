import { type Rule, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const rawStart = /b?r(#*)"/y;

/** A string without escapes, as Rust and Zig write it: `r"…"`, `r#"…"#`. */
export function rawString(prefix: string): Rule {
  return when(endsSomewhere, rule(new RegExp(`${prefix}(#*)".*?"\\1`, 's'), Token.String));
}

/** Whether as many `#` as are ahead follow a quote later: else each start would be read on from to the end of the code. */
function endsSomewhere(run: LexerRun): boolean {
  rawStart.lastIndex = run.end;
  const hashes = rawStart.exec(run.text)?.[1];
  return hashes !== undefined && run.next(`"${hashes}`) !== Number.POSITIVE_INFINITY;
}
