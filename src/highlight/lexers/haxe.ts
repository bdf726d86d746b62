import { include, type Lexer, needs, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { objectStates } from './object-states.js';
import { regexStates } from './regex-literal.js';

const imports = wordSet('import package using');
const keywords = wordSet(`
  as break case cast catch class continue default do else enum false for function if in interface macro new
  null override private public return switch this throw true try untyped while
`);
const declarations = wordSet(`
  abstract dynamic extends extern from implements inline static to typedef var
`);
const reserved = wordSet('autoBuild build super trace');
const builtins = wordSet(`
  Any Array Bool Class Date DateTools Dynamic EReg File FileSystem Float Int Lambda Map Math Reflect Std
  String StringTools Sys UInt Void isNaN parseFloat parseInt
`);

const name = '[$a-zA-Z_]\\w*';

/**
 * Haxe. As in JavaScript, the state tells what `{` opens and whether `~` starts a regular expression: after an operator, keyword or
 * opening bracket the run is in `expression`, at the start of a line in `statement`.
 */
export const haxe: Lexer = {
  detect: (source) => source.hasShebang('haxe'),
  states: () => ({
    root: [
      rule(/\n/, Token.Text, 'statement'),
      rule(/\{/, Token.Punctuation, 'expression'),
      include('space'),
      rule(/@/, Token.NameDecorator, 'metadata'),
      rule(/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=|[-:<>+*%&|^/!=]=?/, Token.Operator, 'expression'),
      rule(/[(,[]/, Token.Punctuation, 'expression'),
      rule(/;/, Token.Punctuation, 'statement'),
      rule(/[).\]}]/, Token.Punctuation),
      rule(/\?/, Token.Punctuation, ['ternary', 'expression']),
      rule(new RegExp(name), lexWord),
      rule(/\d+\.\d+(?:[eE]\d+)?[df]?/, Token.NumberFloat),
      rule(/0x[\da-fA-F]+/, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
    ],

    space: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],

    expression: [
      include('space'),
      rule(/#(?:if|elseif|else|end).*/, Token.CommentPreproc),
      rule(/~/, Token.StringRegex, ['#pop', 'regex']),
      rule(/\{/, Token.Punctuation, 'object'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    statement: [
      rule(new RegExp(`(${name})(\\s*)(:)`), [Token.NameLabel, Token.Text, Token.Punctuation]),
      include('expression'),
    ],
    ...objectStates(name),

    namespace: [
      include('space'),
      rule(new RegExp(`([$a-zA-Z_][\\w.]*)(\\s+)(in|as)(\\s+)(${name})`), [
        Token.NameNamespace,
        Token.Whitespace,
        Token.Keyword,
        Token.Whitespace,
        Token.Name,
      ]),
      rule(/[$a-zA-Z_][\w.]*/, Token.NameNamespace),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    // With parentheses, up to the closing one.
    metadata: [
      rule(new RegExp(`(${name})(\\()`), [Token.NameDecorator, Token.Punctuation]),
      rule(new RegExp(name), Token.NameDecorator, '#pop'),
      rule(new RegExp(`:${name}(?:\\.${name})*`), Token.NameDecorator, '#pop'),
      rule(/\)/, Token.NameDecorator, '#pop'),
      include('root'),
    ],

    ...regexStates('gim'),
    ...strings,
  }),
};

function lexWord(run: LexerRun, [word]: RegExpExecArray): void {
  if (imports.has(word)) {
    run.token(Token.KeywordNamespace, word);
    run.push('namespace');
  } else if (keywords.has(word) || declarations.has(word)) {
    run.token(keywords.has(word) ? Token.Keyword : Token.KeywordDeclaration, word);
    run.push('expression');
  } else if (reserved.has(word)) run.token(Token.KeywordReserved, word);
  else run.token(builtins.has(word) ? Token.NameBuiltin : Token.NameOther, word);
}

const strings = {
  'double quoted': [
    include('escape'),
    rule(/"/, Token.StringDouble, '#pop'),
    rule(/[^\\"]+/, Token.StringDouble),
  ],
  'single quoted': [
    include('escape'),
    rule(/'/, Token.StringSingle, '#pop'),
    rule(/\$\$/, Token.StringSingle),
    rule(new RegExp(`\\$${name}`), Token.StringInterpol),
    rule(/\$\{/, Token.StringInterpol, 'interpolated'),
    rule(/[^\\$']+/, Token.StringSingle),
  ],
  escape: [
    rule(/\\(?:[\\tnr'"]|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\})/, Token.StringEscape),
  ],
  interpolated: [rule(/\}/, Token.StringInterpol, '#pop'), include('root')],
};
