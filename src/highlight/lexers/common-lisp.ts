import { type Lexer, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { builtins, classes, declarations, specialForms, types } from './common-lisp-words.js';

const character = String.raw`\\.|[a-zA-Z0-9!$%&*+,\-./<=>?@[\]^_{}~]`;
const symbol = `(?:\\|[^|]+\\||(?:${character})(?:${character}|[#.:])*)`;
const noHash = /[^#]/g;
/** White space or a macro character that ends a token comes next. */
const terminated = '(?=[ "\'()\\n,;`])';

/** Common Lisp, and Emacs Lisp with it. A parenthesis too many is an error. */
export const commonLisp: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/;.*/, Token.CommentSingle),
      rule(/#\|/, Token.CommentMultiline, 'comment'),
      rule(/#\d*Y.*/, Token.CommentSpecial),
      rule(/"(?:[^"\\]|\\.)*"/, Token.String),
      rule(new RegExp(`[:']${symbol}`), Token.StringSymbol),
      rule(/['`]/, Token.Operator),

      rule(new RegExp(`[-+]?\\d+(?:\\.?|/\\d+)${terminated}`), Token.NumberInteger),
      rule(
        new RegExp(`[-+]?(?:\\d*\\.\\d+(?:[defls][-+]?\\d+)?|\\d+(?:\\.\\d*)?[defls][-+]?\\d+)${terminated}`),
        Token.NumberFloat,
      ),
      rule(new RegExp(`#\\\\(?:.${terminated}|${symbol})`), Token.StringChar),
      rule(/#\(/, Token.Operator, 'root'),
      rule(/#\d*\*[01]*/, Token.Other),
      rule(new RegExp(`#:${symbol}`), Token.StringSymbol),
      rule(/#[.,]/, Token.Operator),
      rule(/#'/, Token.NameFunction),
      rule(/#b[+-]?[01]+(?:\/[01]+)?/i, Token.Number),
      rule(/#o[+-]?[0-7]+(?:\/[0-7]+)?/i, Token.NumberOct),
      rule(/#x[+-]?[\da-f]+(?:\/[\da-f]+)?/i, Token.Number),
      rule(/(#c)(\()/i, [Token.Number, Token.Punctuation], 'root'),
      rule(/(#(?:\d+a|s))(\()/i, [Token.StringOther, Token.Punctuation], 'root'),
      rule(/#p?"(?:[^"\\]|\\[\s\S])*\\?"/i, Token.StringSymbol),
      rule(/#\d+[=#]/, Token.Operator),
      when(
        (run) => run.text.startsWith('nil', run.next(noHash)),
        rule(new RegExp(`#+nil${terminated}\\s*\\(`), Token.Comment, 'commented form'),
      ),
      rule(/#[+-]/, Token.Operator),
      rule(/,@|[,.]/, Token.Operator),

      rule(new RegExp(`(?:t|nil)${terminated}`), Token.NameConstant),
      rule(new RegExp(`\\*${symbol}\\*`), Token.NameVariableGlobal),
      rule(new RegExp(symbol), (run, [name]) => run.token(classOf(name), name)),
      rule(/\(/, Token.Punctuation, 'root'),
      rule(/\)/, closeList),
    ],
    comment: [
      rule(/#\|/, Token.CommentMultiline, 'comment'),
      rule(/\|#/, Token.CommentMultiline, '#pop'),
      rule(/[^|#]+|[|#]/, Token.CommentMultiline),
    ],
    'commented form': [
      rule(/\(/, Token.Comment, 'commented form'),
      rule(/\)/, Token.Comment, '#pop'),
      rule(/[^()]+/, Token.Comment),
    ],
  }),
};

function closeList(run: LexerRun, [parenthesis]: RegExpExecArray): void {
  if (run.depth === 1) run.token(Token.Error, parenthesis);
  else {
    run.token(Token.Punctuation, parenthesis);
    run.pop();
  }
}

function classOf(name: string): Token {
  if (specialForms.has(name)) return Token.Keyword;
  if (builtins.has(name)) return Token.NameBuiltin;
  if (declarations.has(name)) return Token.Keyword;
  if (types.has(name)) return Token.KeywordType;
  return classes.has(name) ? Token.NameClass : Token.NameVariable;
}
