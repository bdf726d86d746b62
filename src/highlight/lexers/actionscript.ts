import { include, type Lexer, needs, quotedString, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { objectStates } from './object-states.js';
import { regexStates } from './regex-literal.js';

const keywords = wordSet(`
  break case catch continue default delete do else finally for if in is new return switch this throw try typeof while with
`);
const declarations = wordSet('function var');
const reserved = wordSet(`
  class const dynamic extends final flash_proxy get implements import include interface internal namespace native
  object_proxy override package private protected public set static super trace
`);
const constants = wordSet('Infinity NaN false null true undefined');
const builtins = wordSet(`
  Class Function Math Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN
  parseFloat parseInt void
`);

const name = '[$a-zA-Z_]\\w*';

/** ActionScript. As in JavaScript, what was before tells whether a slash divides and whether a brace opens an object. */
export const actionscript: Lexer = {
  states: () => ({
    root: [
      needs('\n', rule(/\s*#!.*\n/, Token.CommentPreproc, 'statement')),
      rule(/\n/, Token.Text, 'statement'),
      include('space'),
      rule(/--|\\(?=\n)|[:;<>+*%&|^/!=~]=?/, Token.Operator, 'expression'),
      rule(/[([,]/, Token.Punctuation, 'expression'),
      rule(/[)\].]/, Token.Punctuation),
      rule(/\?/, Token.Punctuation, ['ternary', 'expression']),
      rule(/[{}]/, Token.Punctuation, 'statement'),
      rule(new RegExp(name), lexName),
      rule(/-?\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat),
      rule(/0x[\da-fA-F]+/, Token.NumberHex),
      rule(/-?\d+/, Token.NumberInteger),
      quotedString('"', Token.StringDouble),
      quotedString("'", Token.StringSingle),
    ],
    space: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],
    expression: [
      include('space'),
      rule(/\//, Token.StringRegex, ['#pop', 'regex']),
      rule(/\{/, Token.Punctuation, 'object'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    statement: [
      rule(new RegExp(`(${name})(\\s*)(:)`), [Token.NameLabel, Token.Text, Token.Punctuation]),
      rule(/[{}]/, Token.Punctuation),
      include('expression'),
    ],
    ...objectStates(name),
    ...regexStates('gim'),
  }),
};

function lexName(run: LexerRun, [word]: RegExpExecArray): void {
  run.token(classOf(word), word);
  if (keywords.has(word) || declarations.has(word)) run.push('expression');
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (declarations.has(word)) return Token.KeywordDeclaration;
  if (reserved.has(word)) return Token.KeywordReserved;
  if (constants.has(word)) return Token.KeywordConstant;
  return builtins.has(word) ? Token.NameBuiltin : Token.NameOther;
}
