import { type Lexer, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const afterName = /[^-.\w]/g;

/** The CSV Schema Language. */
export const csvs: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/[\S\t ]*/, Token.CommentSingle),
      rule(/\/\*[^*]*\*\//, Token.CommentMultiline),
      rule(/(version)( )(\d+\.\d+)/, [Token.Keyword, Token.Whitespace, Token.NumberFloat]),
      rule(/T?\d{2}:\d{2}:\d{2}(?:\.\d{5})?(?:Z|[-+]\d{2}:\d{2})?/, Token.LiteralDate),
      rule(/\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4}/, Token.LiteralDate),
      rule(/(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/@\w+/, Token.KeywordPseudo),
      when((run) => run.text[run.next(afterName)] === ':', rule(/[-.\w]+:/, Token.NameVariable)),
      rule(/^"[^"]+"/, Token.NameVariable),
      rule(/\$(?:[-.\w]+|"[^"]+")\/?/, Token.NameVariable),
      rule(/[A-Z]+/i, Token.Keyword),
      rule(/"[^"]*"/, Token.StringDouble),
      rule(/'[^\r\n\f']'/, Token.StringChar),
      rule(/[,()*]/, Token.Punctuation),
    ],
  }),
};
