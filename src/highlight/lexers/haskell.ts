import { include, type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { haskellLiterals } from './haskell-literals.js';

const reserved = wordSet(`
  _ case class data default deriving do else if in infix infixl infixr instance let newtype of then type where
`);

const symbols = String.raw`[:!#$%&*+.\\/<=>?@^|~-]`;

const { Text, Punctuation, Keyword, KeywordReserved, KeywordType, NameNamespace, Operator } = Token;

/** Haskell. The lists of imports and exports have rules of their own. */
export const haskell: Lexer = {
  detect: (source) => source.hasShebang('runhaskell'),
  states: () => ({
    root: [
      include('basic'),
      rule(/'(?=(?:.|\\\S{1,500})')/, Token.StringChar, 'character'),
      rule(/"/, Token.String, 'string'),
      rule(/\d+e[+-]?\d+/i, Token.NumberFloat),
      rule(/\d+\.\d+(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/0o[0-7]+/i, Token.NumberOct),
      rule(/0x[\da-f]+/i, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      rule(/[\w']+/, lexWord),
      rule(new RegExp(`\\\\(?!${symbols})`), Token.NameFunction),
      rule(new RegExp(`(?:<-|::|->|=>|=)(?!${symbols})`), Operator),
      rule(new RegExp(`${symbols}+`), Operator),
      rule(/\[\s*\]/, KeywordType),
      rule(/\(\s*\)/, Token.NameBuiltin),
      rule(/(\[)([_a-z][\w']*)(\|)/, [Operator, Token.Name, Operator], 'quasi-quotation'),
      rule(/[[\](),;`{}]/, Punctuation),
    ],

    basic: [
      rule(/\s+/, Text),
      rule(/\{-#/, Token.CommentPreproc, 'pragma'),
      rule(/\{-/, Token.CommentMultiline, 'comment'),
      rule(/^--\s+\|.*/, Token.CommentDoc),
      rule(/--(?![!#$%&*+./<=>?@^|_~]).*/, Token.CommentSingle),
    ],
    comment: [
      rule(/-\}/, Token.CommentMultiline, '#pop'),
      rule(/\{-/, Token.CommentMultiline, 'comment'),
      rule(/[^-{}]+|[-{}]/, Token.CommentMultiline),
    ],
    pragma: [
      rule(/-\}/, Token.CommentPreproc, '#pop'),
      rule(/\{-/, Token.CommentPreproc, 'comment'),
      rule(/[^-{}]+|[-{}]/, Token.CommentPreproc),
    ],

    import: [
      rule(/\s+/, Text),
      rule(/"/, Token.String, 'string'),
      rule(/qualified\b/, Keyword),
      rule(
        /([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][\w.]*)/,
        [NameNamespace, Text, Keyword, Text, Token.Name],
        '#pop',
      ),
      rule(
        /([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/,
        [NameNamespace, Text, Keyword, Text, Punctuation],
        ['#pop', 'names'],
      ),
      rule(/([A-Z][\w.]*)(\s+)(\()/, [NameNamespace, Text, Punctuation], ['#pop', 'names']),
      rule(/[\w.]+/, NameNamespace, '#pop'),
    ],
    module: [
      rule(/\s+/, Text),
      rule(/([A-Z][\w.]*)(\s+)(\()/, [NameNamespace, Text, Punctuation], 'names'),
      rule(/where\b/, KeywordReserved, '#pop'),
      rule(/[A-Z][\w.]*/, NameNamespace, '#pop'),
    ],
    names: [
      include('basic'),
      rule(/[A-Z]\w*/, KeywordType),
      rule(/_[\w']+|[a-z][\w']*/, Token.NameFunction),
      rule(/,/, Punctuation),
      rule(new RegExp(`${symbols}+`), Operator),
      rule(/\(/, Punctuation, 'names'),
      rule(/\)/, Punctuation, '#pop'),
    ],

    ...haskellLiterals,
    'quasi-quotation': [rule(/\|\]/, Operator, '#pop'), rule(/[^|]+|\|/, Text)],
  }),
};

function lexWord(run: LexerRun, [word]: RegExpExecArray): void {
  if (word === 'import' || word === 'module') {
    run.token(KeywordReserved, word);
    run.push(word);
  } else if (reserved.has(word)) run.token(KeywordReserved, word);
  else run.token(/^'?[A-Z]/.test(word) ? KeywordType : Token.Name, word);
}
