import { type Lexer, quotedString, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { builtins, keywords } from './racket-words.js';

/** Names consist of nearly anything. */
const name = "[^\\s()[\\]{}'`,.]+";

/** Racket. The first name of a list is a function, unless the language has it. */
export const racket: Lexer = {
  detect: ({ text }) => /^#lang[ \t-\r]*[^\n]*?(?:racket|scribble)/.test(text),
  states: () => ({
    root: [
      rule(/;.*/, Token.CommentSingle),
      rule(/#!.*/, Token.CommentSingle),
      rule(/#\|/, Token.CommentMultiline, 'comment'),
      rule(/#;/, Token.CommentMultiline, 'commented form'),
      rule(/\s+/, Token.Text),

      rule(/[+-](?:inf\.[f0]|nan\.0)|-min\.0|\+max\.0/, Token.NumberFloat),
      rule(/-?\d+\.\d+/, Token.NumberFloat),
      rule(/-?\d+/, Token.NumberInteger),
      rule(new RegExp(`#:${name}`), Token.NameTag),
      rule(/#b[01]+/, Token.NumberBin),
      rule(/#o[0-7]+/, Token.NumberOct),
      rule(/#d[0-9]+/, Token.NumberInteger),
      rule(/#x[0-9a-f]+/i, Token.NumberHex),
      rule(/#[ei][\d.]+/, Token.NumberOther),

      quotedString('"', Token.String),
      rule(new RegExp(`['\`]${name}`), Token.StringSymbol),
      rule(/#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)/i, Token.StringChar),
      rule(/#(?:true|false|[tf])/i, Token.NameConstant),
      rule(/,@|['#`,.]/, Token.Operator),
      rule(/[([{]/, Token.Punctuation, 'first name'),
      rule(/[)\]}]/, Token.Punctuation),
      rule(new RegExp(name), Token.NameVariable),
    ],
    'first name': [
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word), word), '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],

    comment: [
      rule(/[^|#]+/, Token.CommentMultiline),
      rule(/\|#/, Token.CommentMultiline, '#pop'),
      rule(/#\|/, Token.CommentMultiline, '#push'),
      rule(/[|#]/, Token.CommentMultiline),
    ],
    // What follows the list, up to white space, belongs to it in Rouge.
    'commented form': [
      rule(/[({[]/, Token.CommentMultiline, 'commented list'),
      rule(/"(?:\\"|[^"])*?"/, Token.CommentMultiline, '#pop'),
      rule(/[^\s]+/, Token.CommentMultiline, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'commented list': [
      rule(/[^(){}[\]]+/, Token.CommentMultiline),
      rule(/[)}\]]/, Token.CommentMultiline, '#pop'),
      rule(/[({[]/, Token.CommentMultiline, '#push'),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  return builtins.has(word) ? Token.NameBuiltin : Token.NameFunction;
}
