import { include, type Lexer, rule, when, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';
import { builtins, reserved } from './stan-words.js';

const keywords = wordSet('break continue else for if print reject return while');
const types = wordSet(`
  array cholesky_factor_corr cholesky_factor_cov complex corr_matrix cov_matrix data int matrix ordered
  positive_ordered real row_vector simplex unit_vector vector void
`);
const constants = wordSet(`
  e log10 log2 machine_precision negative_infinity not_a_number pi positive_infinity sqrt2
`);

const gap = String.raw`(?:\s|\/\/.*\n|\/\*(?:[^*\n]|\*(?!\/))*\*\/)+`;
const exponent = String.raw`(?:\d+\.\d*|\.?\d+)e[+-]?\d+`;
const number = `(?:${exponent}|\\d*\\.\\d+|\\d+)`;

/** Stan. A name before a parenthesis is a function. */
export const stan: Lexer = {
  states: () => ({
    root: [
      include('space'),
      include('lines'),
      rule(
        /functions|(?:transformed\s+)?(?:data|parameters)|model|generated\s+quantities/,
        Token.NameNamespace,
      ),
      include('scope'),
    ],
    scope: [
      include('space'),
      when(
        (run) => run.next(')') < run.next(';'),
        rule(/[a-zA-Z_][a-zA-Z0-9_]*(?=\()/, (run, [name]) => run.token(functionClass(name), name)),
      ),
      rule(/\{/, Token.Punctuation, 'braces'),
      rule(/\(/, Token.Punctuation, 'parentheses'),
      include('lines'),
      rule(/"/, Token.String, 'string'),
      rule(
        new RegExp(`${number}${gap}[+-]${gap}${number}i|${number}i|${exponent}|\\d*\\.\\d+`),
        Token.NumberFloat,
      ),
      rule(/\d+/, Token.NumberInteger),
      rule(/\*\//, Token.Error),
      rule(/\.[+*/^-]|[=<>!+*/^'\\~?:-]|&&|\|\|/, Token.Operator),
      rule(/[[\],.;|]/, Token.Punctuation),
      rule(/T\b/, Token.KeywordReserved),
      rule(/(?:lower|upper)\b/, Token.NameAttribute),
      rule(/[a-zA-Z_][a-zA-Z0-9_]*/, (run, [word]) => run.token(classOf(word), word)),
    ],
    braces: [include('scope'), rule(/\}/, Token.Punctuation, '#pop')],
    parentheses: [include('scope'), rule(/\)/, Token.Punctuation, '#pop')],

    space: [rule(/[ \t\r\n]+/, Token.Text), rule(/\/\/.*/, Token.CommentSingle), blockComment],
    lines: [rule(/#include/, Token.CommentPreproc, 'file name'), rule(/#.*/, Token.GenericDeleted)],
    'file name': [rule(/(\s+)(\S+)(\s*)/, [Token.Text, Token.CommentPreprocFile, Token.Text], '#pop')],
    string: [rule(/[^"]+/, Token.String), rule(/"/, Token.String, '#pop')],
  }),
};

function functionClass(name: string): Token {
  if (builtins.has(name)) return Token.NameBuiltin;
  return constants.has(name) ? Token.KeywordConstant : Token.NameFunction;
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  return reserved.has(word) ? Token.KeywordReserved : Token.NameVariable;
}
