import { type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const reserved = wordSet(`
  _ after autoload clear counter del excl get in incl insa insb key label lens_atype lens_ctype lens_format_atype
  lens_ktype lens_vtype let print_endline print_regexp print_string print_tree put regexp_match seq set store test
  transform value
`);

/** Augeas' lenses and modules. */
export const augeas: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\(\*/, Token.CommentMultiline, 'comment'),
      rule(/(:)(\w+)/, [Token.Punctuation, Token.KeywordType]),
      rule(/\w[\w']*/, lexName),
      rule(/"/, Token.String, 'string'),
      rule(/\//, Token.String, 'regexp'),
      rule(/[-*+.=?|]+/, Token.Operator),
      rule(/[[\](){}:;]/, Token.Punctuation),
    ],
    comment: [
      rule(/\*\)/, Token.CommentMultiline, '#pop'),
      rule(/\(\*/, Token.CommentMultiline, '#push'),
      rule(/[^*)]+|[*)]/, Token.CommentMultiline),
    ],
    'module name': [rule(/\s+/, Token.Text), rule(/[A-Z][\w.]*/, Token.NameNamespace, '#pop')],

    regexp: [rule(/\//, Token.StringRegex, '#pop'), rule(/[^\\/]+|\\[\\/]?/, Token.StringRegex)],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\/, Token.StringEscape, 'escape'),
      rule(/[^\\"]+/, Token.String),
    ],
    escape: [
      rule(/[abfnrtv"'&\\]|\^[\][A-Z@^_]|[oO][0-7]+|[xX][\da-fA-F]+|\d+|\s+/, Token.StringEscape, '#pop'),
      rule(/./, Token.String, '#pop'),
    ],
  }),
};

function lexName(run: LexerRun, [name]: RegExpExecArray): void {
  if (name === 'module') run.push('module name');
  if (name === 'module' || reserved.has(name)) run.token(Token.KeywordReserved, name);
  else run.token(/^[A-Z]/.test(name) ? Token.KeywordNamespace : Token.Name, name);
}
