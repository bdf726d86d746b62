import { include, type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { coffeeStrings } from './coffee-strings.js';

const keywords = wordSet(`
  await break by catch class continue debugger delete do else export extends finally for if import instanceof loop new
  return super switch then this throw try typeof until when while yield
`);
const constants = wordSet('Infinity NaN false no null off on true undefined yes');
const builtins = wordSet(`
  Array Boolean Date Error Function Math Number Object Packages RegExp String decodeURI decodeURIComponent document
  encodeURI encodeURIComponent eval isFinite isNaN netscape parseFloat parseInt sun window
`);

const name = '[$a-zA-Z_]\\w*';

/** CoffeeScript. After most things a slash starts a regular expression, if it has an end on its line. */
export const coffeescript: Lexer = {
  detect: (source) => source.hasShebang('coffee'),
  states: () => ({
    root: [
      rule(/^(?=\s|\/|<!--)/, Token.Text, 'regex allowed'),
      include('comments'),
      include('space'),
      rule(
        /\+\+|--|~|&&|(?:and|or|is|isnt|not|in|of)\b|[?:=]|\|\||\\(?=\n)|(?:<<|>>>?|!=?|[-<>+*`%&|^/])=?/,
        Token.Operator,
        'regex allowed',
      ),
      rule(
        new RegExp(`(@)([ \\t]*)(${name})`),
        [Token.NameVariableInstance, Token.Text, Token.NameAttribute],
        'regex allowed',
      ),
      rule(
        new RegExp(`(\\.)([ \\t]*)(${name})`),
        [Token.Punctuation, Token.Text, Token.NameAttribute],
        'regex allowed',
      ),
      rule(new RegExp(`${name}(?=\\s*:)`), Token.NameAttribute, 'regex allowed'),
      rule(new RegExp(name), lexName),
      rule(/[{([;,]/, Token.Punctuation, 'regex allowed'),
      rule(/[})\].]/, Token.Punctuation),
      rule(/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat),
      rule(/0x[\da-fA-F]+/, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      rule(/"""/, Token.String, 'double quoted block'),
      rule(/'''/, Token.String, 'single quoted block'),
      rule(/"/, Token.String, 'double quoted'),
      rule(/'/, Token.String, 'single quoted'),
    ],

    comments: [rule(/###[^#].*?###/s, Token.CommentMultiline), rule(/#.*/, Token.CommentSingle)],
    space: [rule(/\s+/, Token.Text)],

    'regex allowed': [
      include('comments'),
      include('space'),
      rule(/\/\/\//, Token.StringRegex, ['#pop', 'long regex']),
      rule(/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gimy]+\b|\B)/, Token.StringRegex, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'long regex': [
      rule(/\/\/\/(?:[gimy]+\b|\B)/, Token.StringRegex, '#pop'),
      rule(/^#(?!\{).*/, Token.CommentSingle),
      rule(/(\s+)(#(?!\{).*)/, [Token.Text, Token.CommentSingle]),
      include('interpolation'),
      include('comments'),
      include('space'),
      include('escapes'),
      rule(/\\\D/, Token.StringEscape),
      rule(/\\\d+/, Token.NameVariable),
      rule(/[\s\S]/, Token.StringRegex),
    ],

    interpolation: [rule(/#\{/, Token.StringInterpol, 'interpolated')],
    ...coffeeStrings,
  }),
};

function lexName(run: LexerRun, [word]: RegExpExecArray): void {
  if (keywords.has(word)) run.token(Token.Keyword, word);
  else if (constants.has(word)) run.token(Token.NameConstant, word);
  else run.token(builtins.has(word) ? Token.NameBuiltin : Token.NameOther, word);
  run.push('regex allowed');
}
