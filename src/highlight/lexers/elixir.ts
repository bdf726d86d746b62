import { escapePattern } from '../../ruby/escape-pattern.js';
import { include, type Lexer, needs, rule, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = words(`
  after bc case catch cond def defdelegate defexception defguard defguardp defimpl defmacro defmacrop defmodule defp
  defprotocol defrecord defstruct else end exit fn if lc loop raise receive rescue throw try unless
`);

const name = '[a-zA-Z_]\\w*';
/** What may come after the colon of a symbol. */
const symbol = `${name}(?:[?!]|=(?![>=]))?|<>|===?|>=?|<=?|<=>|&&?|%\\(\\)|%\\[\\]|%\\{\\}|\\+\\+?|--?|\\|\\|?|!|//|[%&\`/|]|\\*\\*?|=?~|<-`;

/** Elixir. Sigils take any letter; `r` and `w` have flags after them. */
export const elixir: Lexer = {
  detect: (source) => source.hasShebang('elixir'),
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/#.*/, Token.CommentSingle),
      rule(new RegExp(`${keywords}\\b(?![?!])|(?:do|->)\\b`), Token.Keyword),
      rule(/(?:import|require|use|recur|quote|unquote|super|refer)\b(?![?!])/, Token.KeywordNamespace),
      rule(/(?:and|not|or|when|xor|in)\b/, Token.OperatorWord),
      rule(/%=|!=|!~|=~|~~~|&&&?|&(?!\d)|<<|<=>?|<|>=|>>|>(?!<)|[-*+^/|=.]/, Token.Operator),
      rule(new RegExp(`:(?:${symbol})|${name}[?!]?:(?!:)`), Token.StringSymbol),
      rule(/:"/, Token.StringSymbol, 'quoted symbol'),
      rule(/(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b/, Token.NameConstant),
      rule(/__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])/, Token.NameBuiltinPseudo),
      rule(/[a-zA-Z_!]\w*[!?]?/, Token.Name),
      rule(/::|[%(){};,/|:\\[\]]/, Token.Punctuation),
      rule(/@[a-zA-Z_]\w*|&\d/, Token.NameVariable),
      rule(/\d(?:_?\d)*\.(?![^\d\s])(?:_?\d)+(?:[eE][-+]?\d(?:_?\d)*)?\b/, Token.NumberFloat),
      rule(/0x[\dA-Fa-f](?:_?[\dA-Fa-f])*\b/, Token.NumberHex),
      rule(/0o[0-7](?:_?[0-7])*\b/, Token.NumberOct),
      rule(/0b[01](?:_?[01])*\b/, Token.NumberBin),
      rule(/\d(?:_?\d)*\b/, Token.NumberInteger),
      include('strings'),
      rule(/~([A-Za-z])?([{[(<|/'"])/, startSigil),
    ],

    strings: [
      needs('"""', rule(/"""[\s\S]*?"""/, Token.StringDoc)),
      needs("'''", rule(/'''[\s\S]*?'''/, Token.StringDoc)),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(
        /\?(?:\\(?:x\d{1,2}|[\da-fA-F]{1,2}(?![\da-fA-F])\b|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])/,
        Token.StringOther,
      ),
    ],
    'double quoted': [
      include('escapes'),
      include('interpolations'),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^#"\\]+|[#\\]/, Token.StringDouble),
    ],
    'single quoted': [
      include('escapes'),
      include('interpolations'),
      rule(/'/, Token.StringSingle, '#pop'),
      rule(/[^#'\\]+|[#\\]/, Token.StringSingle),
    ],
    'quoted symbol': [
      rule(/"/, Token.StringSymbol, '#pop'),
      include('interpolations'),
      rule(/[^#"]+/, Token.StringSymbol),
    ],
    interpolations: [rule(/#\{/, Token.StringInterpol, 'interpolated')],
    interpolated: [rule(/\}/, Token.StringInterpol, '#pop'), include('root')],
    escapes: [
      rule(/\\x[\da-fA-F]{2}/, Token.StringEscape),
      rule(/\\u\{?\d+\}?/, Token.StringEscape),
      rule(/\\[\\abdefnrstv0"']/, Token.StringEscape),
    ],
    'regex flags': [rule(/[fgimrsux]*/, Token.StringRegex, '#pop')],
    'list flags': [rule(/[csa]?/, Token.StringOther, '#pop')],
  }),
};

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

function startSigil(run: LexerRun, [start, letter = '', open]: RegExpExecArray): void {
  const token = letter.toLowerCase() === 'r' ? Token.StringRegex : Token.StringOther;
  if (token === Token.StringRegex) run.push('regex flags');
  if (letter.toLowerCase() === 'w') run.push('list flags');
  run.token(token, start);
  const interpolates = /[SRCW]/.test(letter);
  run.pushMade(`${open} ${token} ${interpolates}`, () => sigil(open!, token, interpolates));
}

function sigil(open: string, token: Token, interpolates: boolean) {
  const close = closers[open] ?? open;
  return [
    rule(new RegExp(escapePattern(close)), token, '#pop'),
    ...(interpolates ? [include('interpolations'), rule(/#/, token)] : [rule(/[\\#]/, token)]),
    rule(new RegExp(`[^#${escapePattern(open + close)}\\\\]+`), token),
  ];
}
