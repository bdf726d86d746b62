import { type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** A name may have spaces in it. */
const name = String.raw`[a-z_][\w\s'%.\\]*`;

/** JMP's scripts. */
export const jsl: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/<</, Token.Operator, 'message'),
      rule(new RegExp(`(::?)?(${name})(\\()`, 'i'), [Token.Punctuation, Token.Keyword, Token.Punctuation]),
      rule(
        /\d{2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{2}(?:\d{2})?(?::\d{2}:\d{2}(?::\d{2}(?:\.\d*)?)?)?/i,
        Token.LiteralDate,
      ),
      rule(/-?(?:\d+(?:\.\d+)?|\.\d*)(?:e[+-]?\d+)?i?/i, Token.Number),
      rule(new RegExp(`(::?)?(${name}|"(?:\\\\!"|[^"])*?"n)`, 'i'), [Token.Punctuation, Token.NameVariable]),
      needs(
        ']\\"',
        rule(/(")(\\\[)(.*?)(\]\\)(")/s, [
          Token.StringDouble,
          Token.StringEscape,
          Token.StringDouble,
          Token.StringEscape,
          Token.StringDouble,
        ]),
      ),
      rule(/"/, Token.StringDouble, 'string'),
      rule(/[-+*/!%&<>|=:`^]/, Token.Operator),
      rule(/[[\](){},;]/, Token.Punctuation),
    ],
    message: [
      rule(/\s+/, Token.Whitespace),
      rule(new RegExp(name, 'i'), Token.NameFunction),
      rule(/[(),;]/, Token.Punctuation, '#pop'),
      rule(/[&|!=<>]/, Token.Operator, '#pop'),
    ],
    string: [
      rule(/\\![btrnNf0\\"]/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^\\"]+|\\/, Token.StringDouble),
    ],
    comment: [
      rule(/\/\*/, Token.CommentMultiline, '#push'),
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/[^/*]+|[/*]/, Token.CommentMultiline),
    ],
  }),
};
