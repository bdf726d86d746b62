import {
  afterSpace,
  include,
  type Lexer,
  moreWords,
  needs,
  rule,
  type StateEntry,
  when,
  wordSet,
} from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { coffeeStrings } from './coffee-strings.js';
import { javascriptWords } from './javascript.js';

const keywords = wordSet(`
  by case catch debugger default delete do else export fallthrough finally for from if import in instanceof loop new of
  otherwise require return super switch then throw til to try typeof unless until when while with yield
`);
const loopKeywords = wordSet('break continue');
const declarations = wordSet('class const extends function implements let var');
const constants = moreWords(javascriptWords.constants, 'no off on void yes');
const builtins = moreWords(javascriptWords.builtins, 'arguments it that this');

/** A name, in which a dash may stand before a letter. */
const name = String.raw`[$a-zA-Z_](?:\w|-(?=[a-zA-Z]))*`;
const digits = String.raw`\d[\d_]*`;
/** With an exponent, and a unit. */
const integer = `${digits}(?:e[+-]?${digits})?[$\\w]*`;

const { Text, Punctuation, Keyword, NameAttribute, NumberInteger, StringRegex, Operator } = Token;

const members: readonly StateEntry[] = [
  rule(new RegExp(`(::)(${name})`), [Punctuation, NameAttribute], 'after name'),
  rule(new RegExp(`(::)(${integer})`), [Punctuation, NumberInteger], 'after name'),
  rule(new RegExp(`(@)(${name})`), [Token.NameVariableInstance, NameAttribute], 'after name'),
  rule(new RegExp(`(\\.)(${name})`), [Punctuation, NameAttribute], 'after name'),
  rule(/(\.)(\d+)/, [Punctuation, NumberInteger], 'after name'),
  rule(new RegExp(`${name}(?=\\s*:[^:=])`), NameAttribute),
];

const operators: readonly StateEntry[] = [
  rule(
    /\+\+|--|&&|(?:and|x?or|isnt|is|not)\b(?!-[a-zA-Z]|_)|\|\||\.(?:[|&^]|<<|>>>?)\.|\\(?=\n)|[.:]=|<<<<?|<\||\|>|(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?/,
    Operator,
    'expression',
  ),
  rule(new RegExp(`(&)(${name})?`), [Token.NameBuiltin, NameAttribute]),
  rule(/\||case(?=\s)/, Keyword, 'case'),
  rule(/@/, Token.NameVariableInstance),
  rule(/\.{3}|:/, Punctuation),
];

const literals: readonly StateEntry[] = [
  rule(new RegExp(`${digits}\\.${integer}`), Token.NumberFloat),
  rule(/0x[\da-fA-F]+/, Token.NumberHex),
  rule(new RegExp(integer), NumberInteger),
  rule(/"""/, Token.String, 'double quoted block'),
  rule(/'''/, Token.String, 'single quoted block'),
  rule(/"/, Token.String, 'double quoted'),
  rule(/'/, Token.String, 'single quoted'),
  rule(/\\\S[^\s,;\])}]*/, Token.String),
];

/** LiveScript. After most things a slash starts a regular expression, if it has an end on its line. */
export const livescript: Lexer = {
  detect: (source) => source.hasShebang('lsc'),
  states: () => ({
    root: [
      rule(/^(?=[\s/])/, Text, 'expression'),
      include('comments'),
      include('space'),
      needs(']>', rule(/(<\[)(.*?)(\]>)/s, [Punctuation, Token.String, Punctuation])),
      rule(/!\s*function\b|!?[-~]>|<[-~]!?/, Token.KeywordDeclaration),
      rule(/=>/, Keyword),
      ...members,
      ...operators,
      rule(new RegExp(name), lexName),
      rule(new RegExp(`\\](?=[!?.]|${name})`), Punctuation, 'after name'),
      rule(/[{([;,]/, Punctuation, 'expression'),
      rule(/[})\].]/, Punctuation),
      ...literals,
    ],

    comments: [needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)), rule(/#.*/, Token.CommentSingle)],
    // A colon at the start of a line makes a label.
    space: [
      rule(new RegExp(`(\\n)(?:([\\t\\v\\f\\r ]*)(:${name}))?`), [Text, Text, Token.NameLabel]),
      include('space in line'),
    ],
    'space in line': [rule(/[\t\v\f\r ]+/, Text)],

    case: [include('space in line'), rule(/_(?=\s*=>|\s+then\b)/, Keyword), rule(/(?:)/, Text, '#pop')],
    'loop keyword': [
      include('space in line'),
      rule(new RegExp(`${name}(?=[);\\n])`), Token.NameLabel),
      rule(/(?:)/, Text, '#pop'),
    ],
    'after name': [
      rule(/[!?]|\.(?!=)/, Punctuation),
      rule(/\{/, Punctuation, 'destructuring'),
      include('name or number'),
      rule(/(?:)/, Text, ['#pop', 'expression']),
    ],
    destructuring: [
      rule(/[,;]/, Punctuation),
      include('name or number'),
      include('space'),
      rule(/\}/, Punctuation, '#pop'),
    ],
    'name or number': [rule(new RegExp(name), NameAttribute), rule(new RegExp(integer), NumberInteger)],

    expression: [
      include('comments'),
      include('space'),
      rule(/\/\//, StringRegex, ['#pop', 'long regex']),
      rule(/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gimy]+\b|\B)/, StringRegex, '#pop'),
      rule(/(?:)/, Text, '#pop'),
    ],
    'long regex': [
      rule(/\/\/(?:[gimy]+\b|\B)/, StringRegex, '#pop'),
      rule(/^#(?:\s+.*)?$/, Token.CommentSingle),
      when(afterSpace('#'), rule(/(\s+)(#)(\s+.*)?$/, [Text, Token.CommentSingle, Token.CommentSingle])),
      include('interpolation'),
      include('escapes'),
      rule(/\\\D/, Token.StringEscape),
      rule(/\\\d+/, Token.NameVariable),
      rule(/[\s\S]/, StringRegex),
    ],

    interpolation: [
      rule(/#\{/, Token.StringInterpol, 'interpolated'),
      rule(new RegExp(`(#)(${name})`), (run, [, mark, variable]) => {
        run.token(Token.StringInterpol, mark);
        run.token(builtins.has(variable!) ? Token.NameBuiltin : Token.NameVariable, variable);
      }),
    ],
    ...coffeeStrings,
  }),
};

function lexName(run: LexerRun, [word]: RegExpExecArray): void {
  if (loopKeywords.has(word)) {
    run.token(Keyword, word);
    run.push('loop keyword');
    return;
  }
  run.token(classOf(word), word);
  run.push('after name');
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Keyword;
  if (constants.has(word)) return Token.NameConstant;
  if (builtins.has(word)) return Token.NameBuiltin;
  if (declarations.has(word)) return Token.KeywordDeclaration;
  return /^[A-Z]/.test(word) && /[^-][a-z]/.test(word) ? Token.NameClass : Token.NameVariable;
}
