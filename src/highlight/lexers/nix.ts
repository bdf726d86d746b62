import { include, type Lexer, rule, when, words } from '../lexer.js';
import { Token } from '../tokens.js';

const pathPart = String.raw`[\w.-]+`;
const afterPathPart = /[^\w.-]/g;
const nextPathPart = /\/[\w.-]/g;
const afterScheme = /[^a-z+]/g;

const interpolation = rule(/\$\{/, Token.StringInterpol, 'interpolated');

/** Nix. Line ends in comments between `/*` and in strings are errors, as in Rouge. */
export const nix: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/#.*/, Token.Comment),
      rule(/\/\*/, Token.Comment, 'comment'),
      rule(/true|false|null/, Token.KeywordConstant),
      rule(/\d/, Token.NumberInteger),
      include('paths'),
      rule(/"/, Token.StringDouble, 'string'),
      rule(/''/, Token.StringDouble, 'indented string'),
      include('keywords'),
      rule(/\+\+|!=|\/\/|==|&&|\|\||->|=>|[.?+!/*<>=@-]/, Token.Operator),
      rule(/[$;,:]/, Token.Punctuation),
      rule(/[a-zA-Z_][a-zA-Z\d-]*/, Token.NameVariable),
      rule(/\(/, Token.Punctuation, 'parentheses'),
      rule(/\{/, Token.Punctuation, 'set'),
      rule(/\[/, Token.Punctuation, 'list'),
    ],
    comment: [rule(/\*\//, Token.Comment, '#pop'), rule(/./, Token.Comment)],

    paths: [
      rule(new RegExp(`~?(?:/${pathPart})+`), Token.StringOther),
      when(
        (run) => run.meets(afterPathPart, nextPathPart),
        rule(new RegExp(`${pathPart}(?:/${pathPart})+`), Token.StringOther),
      ),
      when(
        (run) => run.meets(afterScheme, '://'),
        rule(new RegExp(`[a-z+]+://\\/?${pathPart}(?:/${pathPart})+`), Token.StringOther),
      ),
    ],
    keywords: [
      rule(/(?:with|in|inherit)\b/, Token.KeywordNamespace),
      rule(/let\b/, Token.KeywordDeclaration),
      rule(/(?:if|then|else)\b/, Token.Keyword),
      rule(
        new RegExp(
          `${words(`
            abort assert baseNameOf builtins derivation fetchTarball import isNull map rec removeAttrs throw toString
          `)}\\b`,
        ),
        Token.KeywordReserved,
      ),
    ],

    string: [
      rule(/\\.|\$\$/, Token.StringEscape),
      interpolation,
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/./, Token.StringDouble),
    ],
    'indented string': [
      rule(/'''|''\$|\$\$|''\\./, Token.StringEscape),
      interpolation,
      rule(/''/, Token.StringDouble, '#pop'),
      rule(/./, Token.StringDouble),
    ],
    interpolated: [include('root'), rule(/\}/, Token.StringInterpol, '#pop')],
    parentheses: [include('root'), rule(/\)/, Token.Punctuation, '#pop')],
    set: [rule(/\}/, Token.Punctuation, '#pop'), include('root')],
    list: [rule(/\]/, Token.Punctuation, '#pop'), include('root')],
  }),
};
