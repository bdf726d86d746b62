import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

const integer = String.raw`\d+(?:_\d+)*`;

/** TOML. Keys in the open, one value after each `=`, then keys again. */
export const toml: Lexer = {
  states: () => ({
    root: [
      include('space'),
      include('key'),
      rule(/(=)(\s*)/, [Token.Operator, Token.Whitespace], 'value'),
      rule(/\[\[?/, Token.Keyword, 'table name'),
    ],

    space: [rule(/\s+/, Token.Text), rule(/#.*/, Token.Comment)],

    key: [
      rule(/[\w-]+/, Token.Name),
      rule(/"/, Token.String, 'basic string'),
      rule(/'/, Token.String, 'literal string'),
      rule(/\./, Token.Punctuation),
    ],
    'table name': [
      rule(/\]\]?/, Token.Keyword, '#pop'),
      rule(/\./, Token.Keyword),
      include('key'),
      rule(/[ \t]+/, Token.Whitespace),
    ],

    value: [
      rule(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, Token.LiteralDate, '#pop'),
      rule(/\d\d:\d\d:\d\d(?:\.\d+)?/, Token.LiteralDate, '#pop'),
      rule(
        new RegExp(`[+-]?${integer}(?:\\.${integer}(?:[eE][+-]?${integer})?|[eE][+-]?${integer})`),
        Token.NumberFloat,
        '#pop',
      ),
      rule(/[+-]?(?:nan|inf)/, Token.NumberFloat, '#pop'),
      rule(/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex, '#pop'),
      rule(/0o[0-7]+(?:_[0-7]+)*/, Token.NumberOct, '#pop'),
      rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin, '#pop'),
      rule(new RegExp(`[+-]?${integer}`), Token.NumberInteger, '#pop'),
      rule(/"""/, Token.String, ['#pop', 'multi-line basic string']),
      rule(/"/, Token.String, ['#pop', 'basic string']),
      rule(/'''/, Token.String, ['#pop', 'multi-line literal string']),
      rule(/'/, Token.String, ['#pop', 'literal string']),
      rule(/true|false/, Token.KeywordConstant, '#pop'),
      rule(/\[/, Token.Punctuation, ['#pop', 'array']),
      rule(/\{/, Token.Punctuation, ['#pop', 'inline table']),
    ],

    array: [
      include('space'),
      rule(/,/, Token.Punctuation),
      rule(/\]/, Token.Punctuation, '#pop'),
      rule(/(?:)/, Token.Text, 'value'),
    ],
    'inline table': [
      rule(/[ \t]+/, Token.Whitespace),
      include('key'),
      rule(/(=)(\s*)/, [Token.Punctuation, Token.Whitespace], 'value'),
      rule(/,/, Token.Punctuation),
      rule(/\}/, Token.Punctuation, '#pop'),
    ],

    'basic string': [
      rule(/"/, Token.String, '#pop'),
      rule(/\n/, Token.Error, '#pop'),
      include('escape'),
      rule(/[^\\"\n]+/, Token.String),
    ],
    'multi-line basic string': [
      rule(/"""/, Token.String, '#pop'),
      include('escape'),
      rule(/[^\\"]+|"+/, Token.String),
    ],
    'literal string': [
      rule(/'/, Token.String, '#pop'),
      rule(/\n/, Token.Error, '#pop'),
      rule(/[^'\n]+/, Token.String),
    ],
    'multi-line literal string': [rule(/'''/, Token.String, '#pop'), rule(/[^']+|'+/, Token.String)],
    escape: [rule(/\\[0t\tn\n "\\r]/, Token.StringEscape)],
  }),
};
