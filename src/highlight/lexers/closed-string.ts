import { type Rule, rule, when } from '../lexer.js';
import type { Token } from '../tokens.js';

/**
 * A string between quotes in which a backslash keeps the next character, and which has an end; a line's end behind a backslash
 * spoils it. Without an end the rule does not match, and does not look for it again at each escaped quote.
 */
export function closedString(quote: string, token: Token): Rule {
  // Both start one character before their backslashes, so that the opening quote is not taken for the end.
  const end = new RegExp(`[^\\\\](?:\\\\\\\\)*${quote}`, 'g');
  const spoiled = /[^\\](?:\\\\)*\\\n/g;
  return when(
    (run) => run.next(end) < run.next(spoiled),
    rule(new RegExp(`${quote}(?:[^${quote}\\\\]|\\\\.)*${quote}`), token),
  );
}
