import { include, type Lexer, needs, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { haskellLiterals } from './haskell-literals.js';

const functions = words(`
  abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry cycle div
  drop dropWhile elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail filter flip floor
  foldl foldl1 foldr foldr1 fromInteger fst gcd getChar getLine head id init iterate last lcm length lines log
  lookup map max maxBound maximum maybe min minBound minimum mod negate not null or pi pred print product
  putChar putStr putStrLn readFile recip repeat replicate return reverse scanl scanl1 sequence sequence_ show
  sin sinh snd span splitAt sqrt succ sum tail take takeWhile tan tanh uncurry unlines unwords unzip unzip3
  words writeFile zip zip3 zipWith zipWith3
`);

const operator = String.raw`[:!#$%&*+.\\/<=>?@^|~-]+`;

/** Idris. Names of the prelude are known by the space behind them. */
export const idris: Lexer = {
  states: () => ({
    root: [
      include('space'),
      ...directives,
      rule(/import\b/, Token.KeywordReserved, 'import'),
      rule(/module\b/, Token.KeywordReserved, 'module'),
      rule(
        /(?:_|data|class|instance|namespace|infix[lr]?|let|where|of|with|type|do|if|then|else|case|in)\b/,
        Token.KeywordReserved,
      ),
      rule(/(?:Just|Nothing|Left|Right|True|False|LTE?|EQ|GTE?)\b/, Token.KeywordConstant),
      rule(/^[\w']+\s*:/, Token.NameFunction),
      rule(
        /(?:Type|Exists|World|IO|IntTy|FTy|File|Mode|Dec|Bool|Ordering|Either|IsJust|List|Maybe|Nat|Stream|StrM|Not|Lazy|Inf)\s/,
        Token.KeywordType,
      ),
      rule(
        /(?:Eq|Ord|Num|MinBound|MaxBound|Integral|Applicative|Alternative|Cast|Foldable|Functor|Monad|Traversable|Uninhabited|Semigroup|Monoid)\s/,
        Token.NameClass,
      ),
      rule(new RegExp(`${functions} +(?![=:-])`), Token.NameBuiltin),
      rule(/[_a-z][\w']*/, Token.Name),
      rule(/[A-Z][\w']*/, Token.KeywordType),
      rule(new RegExp(`\\\\(?!${operator})`), Token.NameFunction),
      rule(new RegExp(operator), Token.Operator),
      rule(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/'/, Token.StringChar, 'character'),
      rule(/"/, Token.String, 'string'),
      rule(/\[\s*\]/, Token.KeywordType),
      rule(/\(\s*\)/, Token.NameBuiltin),
      rule(/(\[)([_a-z][\w']*)(\|)/, [Token.Operator, Token.Name, Token.Operator], 'quasiquotation'),
      rule(/[[\](),;`{}]/, Token.Punctuation),
    ],

    space: [
      rule(/\s+/, Token.Text),
      rule(/\{-#/, Token.CommentPreproc, 'pragma'),
      rule(/\{-/, Token.CommentMultiline, 'comment'),
      rule(/^\|\|\|.*/, Token.CommentDoc),
      rule(/--(?![!#$%&*+./<=>?@^|_~]).*/, Token.CommentSingle),
    ],
    comment: comment(Token.CommentMultiline),
    pragma: comment(Token.CommentPreproc),

    import: [
      rule(/\s+/, Token.Text),
      rule(/"/, Token.String, 'string'),
      rule(
        /([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][\w.]*)/,
        [Token.NameNamespace, Token.Text, Token.Keyword, Token.Text, Token.Name],
        '#pop',
      ),
      rule(
        /([A-Z][\w.]*)(\s+)(\()/,
        [Token.NameNamespace, Token.Text, Token.Punctuation],
        ['#pop', 'imported names'],
      ),
      rule(/[\w.]+/, Token.NameNamespace, '#pop'),
    ],
    module: [rule(/\s+/, Token.Text), rule(/[A-Z][\w.]*/, Token.NameNamespace, '#pop')],
    'imported names': [
      include('space'),
      rule(/[A-Z]\w*/, Token.KeywordType),
      rule(/_[\w']+|[a-z][\w']*/, Token.NameFunction),
      rule(/,/, Token.Punctuation),
      rule(new RegExp(operator), Token.Operator),
      rule(/\(/, Token.Punctuation, '#push'),
      rule(/\)/, Token.Punctuation, '#pop'),
    ],

    quasiquotation: [rule(/\|\]/, Token.Operator, '#pop'), rule(/[^|]+|\|/, Token.Text)],
    ...haskellLiterals,
  }),
};

const directives = [
  rule(/%default\s+(?:total|partial)/, Token.Keyword),
  rule(/%access\s+(?:public|abstract|private|export)/, Token.Keyword),
  rule(/%language\s+.*/, Token.Keyword),
  needs('with', rule(/%provide\s+.*\s+with\s+/, Token.Keyword)),
];

/** A comment, in which plain comments nest. */
function comment(token: Token) {
  return [rule(/-\}/, token, '#pop'), rule(/\{-/, token, 'comment'), rule(/[^-{}]+|[-{}]/, token)];
}
