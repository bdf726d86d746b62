import { needs, type Rule, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

/**
 * A string between quotes that has its end; in it a backslash keeps the next character. An opening quote without an end is left to
 * other rules, which is known without reading on from every one of them.
 *
 * @param token  of the whole string
 * @param prefix what may stand before the opening quote, as an expression
 */
export function closedString(quote: string, token: Token = Token.String, prefix = ''): Rule {
  const string = new RegExp(`${prefix}${quote}(?:[^${quote}\\\\]|\\\\[\\s\\S])*${quote}`);
  return needs(closing(quote), rule(string, token));
}

/** The same where a backslash at a line's end is an error, and makes the string none. */
export function closedStringOfLines(quote: string, token: Token = Token.String, prefix = ''): Rule {
  const string = new RegExp(`${prefix}${quote}(?:[^${quote}\\\\]|\\\\.)*${quote}`);
  const [end, bad] = [closing(quote), closing('\\\\\\n')];
  return when((run) => run.next(end) < run.next(bad), rule(string, token));
}

/** What follows an even number of backslashes, with a character before these, which may be the opening quote. */
function closing(end: string): RegExp {
  return new RegExp(`[^\\\\](?:\\\\\\\\)*${end}`, 'g');
}
