import { include, type Lexer, needs, needsOnLine, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** INI files. A key without a value is an attribute, one character at a time. */
export const ini: Lexer = {
  states: () => ({
    root: [
      include('basic'),
      when(
        isKey,
        rule(/([\w.-]+)(\s*)(=)/, [Token.NameProperty, Token.Whitespace, Token.Punctuation], 'value'),
      ),
      needsOnLine(']', rule(/\[.*?\]/, Token.NameNamespace)),
      rule(/./, Token.NameAttribute),
    ],
    basic: [
      rule(/\s+/, Token.Whitespace),
      needs('\n', rule(/[;#].*\n/, Token.Comment)),
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
    escape: [rule(/\\[\s\S]/, Token.StringEscape)],
  }),
};

const afterName = /[^\w.-]/g;
const equalsAfterName = /(?<=[\w.-])[ \t-\r]*=/g;

/** Whether the name here has its `=`: tells without reading a long name again from each of its characters. */
function isKey(run: LexerRun): boolean {
  return run.meets(afterName, equalsAfterName);
}
