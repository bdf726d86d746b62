import { afterSpace, type Lexer, needs, type Rule, rule, when, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet('by delete do exec from if select update while');
const operators = wordSet(`
  and asof bin binr cor cov cross cut div each ej except fby ij in insert inter like lj ljf mavg mcount mdev mmax mmin mmu
  mod msum or over peach pj prior scan scov setenv ss sublist uj union upsert vs sv wavg where within wsum xasc xbar xcol
  xcols xdesc xexp xgroup xkey xlog xprev xrank
`);
const builtins = wordSet(`
  count desc differ distinct dsave dev enlist eval exit exp fills first fkeys flip floor get getenv group gtime hclose
  hcount hdel hopen hsym iasc idesc inv key keys last load log lsq ltime ltrim max maxs md5 med meta min mins neg next parse
  plist prd prds prev rand rank ratios raze read0 read1 reciprocal reverse rload rotate rsave rtrim save sdev set show
  signum sin sqrt ssr string sum sums svar system tables tan til trim txf type ungroup value var view views wj wj1 ww
`);

/** A backslash alone on its line: what ends a comment that a slash alone on its line started. */
const commentEnd = /(?<![^\n])\\(?![^\n])/g;

const literals: readonly Rule[] = [
  rule(/"/, Token.String, 'string'),
  rule(
    /(?:\d+D|\d{4}\.[01]\d\.[0-3]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:[012]\d)?)[zpn]?\b/,
    Token.LiteralDate,
  ),
  rule(/[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b/, Token.LiteralDate),
  rule(/\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b/, Token.LiteralDate),
  rule(/0[nNwW][hijefcpmdznuvt]?/, Token.KeywordConstant),
  rule(/\/:|\\:|[012]:|['\\/]/, Token.Operator),
  rule(/(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?[ef]?|\d+(?:e[+-]?\d+[ef]?|[ef])/, Token.NumberFloat),
  rule(/0x[\da-f]+/i, Token.NumberHex),
  rule(/[01]+b/, Token.NumberBin),
  rule(/\d+[hij]?/, Token.NumberInteger),
  rule(/`(?::[:a-z\d._/]*|(?:[a-z\d.][:a-z\d._]*)?)/i, Token.StringSymbol),
];

/** Q, the language of kdb+. Lines that are indented at the start of a file count as comments. */
export const q: Lexer = {
  states: () => ({
    root: [rule(/#!.*/, Token.CommentPreproc, 'top'), rule(/(?:)/, Token.Text, 'top')],
    top: [
      rule(/^[ \t\r]+.*/, Token.CommentSpecial),
      rule(/\n+/, Token.Text),
      rule(/(?:)/, Token.Text, 'code'),
    ],
    code: [
      rule(/\n+/, Token.Text),
      rule(/^.\)/, Token.KeywordDeclaration),
      rule(/\.?[a-z][a-z\d_.]*/i, (run, [name]) => run.token(classOf(name), name)),
      when(afterSpace('/'), rule(/\s+\/.*/, Token.CommentSingle)),
      rule(/[ \t\r]+/, Token.Whitespace),
      needs(commentEnd, rule(/^\/$.*?^\\$/s, Token.CommentMultiline)),
      rule(/^\/.*(?:\n[\t\v\f\r ]+.*)*/, Token.CommentMultiline),
      rule(/^\\$/, Token.Comment, 'rest'),
      rule(/^\\\\\s+/, Token.Keyword, 'rest'),
      ...literals,
      rule(/[<>]=|<>|::|[?:$%&|@._#*^\-+~,!><=]:?/, Token.Operator),
      rule(/[{}[\]();]/, Token.Punctuation),
    ],
    string: [
      rule(/\\"/, Token.String),
      rule(/"/, Token.String, '#pop'),
      rule(/\\(?:[\\nr]|[01][0-7]{2})/, Token.StringEscape),
      rule(/[^\\"\n]+|\\/, Token.String),
    ],
    rest: [rule(/.+/s, Token.CommentMultiline)],
  }),
};

function classOf(name: string): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (operators.has(name)) return Token.OperatorWord;
  if (builtins.has(name)) return Token.NameBuiltin;
  return /^\.[zQqho]\./.test(name) ? Token.NameConstant : Token.Name;
}
