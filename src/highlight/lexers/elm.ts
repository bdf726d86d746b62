import { type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words('alias as case else exposing if import in let module of port then type');

/** Elm. A backslash in a string escapes nothing but a quote. */
export const elm: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/--.*/, Token.CommentSingle),
      rule(/\{-/, Token.CommentMultiline, 'comment'),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(/[a-z]\w*|_/, Token.Name),
      rule(/[A-Z]\w*/, Token.KeywordType),
      rule(/::|[+,\-./*%=<>^|!\\@#$&~?]/, Token.Operator),
      rule(/"""/, Token.String, 'long string'),
      rule(/'(?:\\.|.)'/, Token.StringChar),
      rule(/"/, Token.String, 'string'),
      rule(/0x[\da-f]+/i, Token.NumberHex),
      rule(/\d+(?:e[+-]?\d+|\.\d+(?:e[+-]?\d+)?)/i, Token.NumberFloat),
      rule(/\d+/, Token.NumberInteger),
      rule(/[[\]();`{}:]/, Token.Punctuation),
    ],
    comment: [
      rule(/-\}/, Token.CommentMultiline, '#pop'),
      rule(/\{-/, Token.CommentMultiline, '#push'),
      rule(/[^-{}]+|[-{}]/, Token.CommentMultiline),
    ],
    string: [
      rule(/[^\\"]+/, Token.StringDouble),
      rule(/\\"/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
    ],
    'long string': [
      rule(/\\"/, Token.StringEscape),
      rule(/"""/, Token.String, '#pop'),
      rule(/[^"]+|"/, Token.String),
    ],
  }),
};
