import { include, type Lexer, needs, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** Java's property files. */
export const properties: Lexer = {
  states: () => ({
    root: [
      include('basic'),
      when(isKey, rule(/([\w.-]+)(\s*)([=:])/, [Token.NameProperty, Token.Text, Token.Punctuation], 'value')),
    ],
    basic: [
      needs('\n', rule(/[!#].*\n/, Token.Comment)),
      rule(/\s+/, Token.Text),
      rule(/\\\n/, Token.StringEscape),
    ],
    value: [
      rule(/\n/, Token.Text, '#pop'),
      include('basic'),
      rule(/"/, Token.String, 'double quoted'),
      rule(/'.*?'/, Token.String),
      include('escape'),
      rule(/[^\\\n]+/, Token.String),
    ],
    'double quoted': [rule(/"/, Token.String, '#pop'), include('escape'), rule(/[^\\"]+/, Token.String)],
    escape: [rule(/\\u\d{4}|\\[\s\S]/, Token.StringEscape)],
  }),
};

const afterName = /[^\w.-]/g;
const separatorAfterName = /(?<=[\w.-])[ \t-\r]*[=:]/g;

/** Whether the name here has its separator. */
function isKey(run: LexerRun): boolean {
  return run.meets(afterName, separatorAfterName);
}
