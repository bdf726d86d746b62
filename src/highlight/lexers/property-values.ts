import { type Condition, include, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';

/**
 * States of the values that INI and Java's property files have: up to the line's end, with strings in it. The lexer adds `basic`,
 * which is white space, comments and continued lines.
 *
 * @param escapes what a backslash starts
 */
export function valueStates(escapes: RegExp): States {
  return {
    value: [
      rule(/\n/, Token.Text, '#pop'),
      include('basic'),
      rule(/"/, Token.String, 'double quoted'),
      rule(/'.*?'/, Token.String),
      include('escape'),
      rule(/[^\\\n]+/, Token.String),
    ],
    'double quoted': [rule(/"/, Token.String, '#pop'), include('escape'), rule(/[^\\"]+/, Token.String)],
    escape: [rule(escapes, Token.StringEscape)],
  };
}

const afterName = /[^\w.-]/g;

/**
 * A condition: whether the name here has its separator. Tells without reading a long name again from each of its characters.
 *
 * @param separators those after a name; global
 */
export function isKey(separators: RegExp): Condition {
  return (run) => run.meets(afterName, separators);
}
