import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** JSON (ECMA-404). A string before a colon is a label. Objects and arrays may close each other only within their own state. */
export const json: Lexer = {
  states: () => ({
    root: [include('space'), include('label'), include('value'), rule(/[}\]]/, Token.Punctuation)],

    object: [
      include('space'),
      include('label'),
      include('value'),
      rule(/\}/, Token.Punctuation, '#pop'),
      rule(/,/, Token.Punctuation),
    ],

    array: [
      include('space'),
      include('value'),
      rule(/\]/, Token.Punctuation, '#pop'),
      rule(/,/, Token.Punctuation),
    ],

    space: [rule(/\s+/, Token.Whitespace)],

    label: [rule(/("(?:[^"\\\n]|\\.)*")(\s*)(:)/, [Token.NameLabel, Token.Whitespace, Token.Punctuation])],

    value: [
      rule(/"/, Token.StringDouble, 'string'),
      rule(/\{/, Token.Punctuation, 'object'),
      rule(/\[/, Token.Punctuation, 'array'),
      include('constants'),
    ],
    constants: [
      rule(/true|false|null/, Token.KeywordConstant),
      rule(/-?(?:0|[1-9]\d*)\.\d+(?:e[-+]?\d+)?/i, Token.NumberFloat),
      rule(/-?(?:0|[1-9]\d*)(?:e[-+]?\d+)?/i, Token.NumberInteger),
    ],

    string: [
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^"\\]+/, Token.StringDouble),
      rule(/\\./, Token.StringEscape),
    ],
  }),
};
