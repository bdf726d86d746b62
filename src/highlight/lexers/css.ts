import { include, type Lexer, needs, quotedString, rule, wordCharacters } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { colors, functions, keywords, properties, vendorPrefixes } from './css-words.js';

const identifier = String.raw`[\p{L}_-][${wordCharacters}\p{Cf}-]*`;
const unit =
  'px|pt|pc|in|cm|mm|Q|em|rem|ex|ch|vw|vh|vmin|vmax|fr|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz';

/** CSS 2.1 and the modules of level 3: selectors outside of braces, declarations inside, at-rules that hold either. */
export const css: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(/\{/, Token.Punctuation, 'declarations'),
      rule(new RegExp(`::?${identifier}`), Token.NameDecorator),
      rule(new RegExp(`\\.${identifier}`), Token.NameClass),
      rule(new RegExp(`#${identifier}`), Token.NameFunction),
      rule(new RegExp(`@${identifier}`), Token.Keyword, 'at-rule'),
      rule(new RegExp(identifier), Token.NameTag),
      rule(/[-~^*!%&[\]()<>|+=@:;,./?]/, Token.Operator),
      include('strings'),
      rule(/\d{1,3}%/, Token.Number),
    ],

    space: [rule(/\s+/, Token.Text), needs('*/', rule(/\/\*.*?\*\//s, Token.Comment))],

    strings: [quotedString('"', Token.StringSingle), quotedString("'", Token.StringDouble)],

    declarations: [
      include('space'),
      rule(/\}/, Token.Punctuation, '#pop'),
      rule(new RegExp(`(${identifier})(\\s*)(:)`), declareProperty),
    ],
    'declared value': [
      rule(/;/, Token.Punctuation, '#pop'),
      rule(/(?=\})/, Token.Text, '#pop'),
      rule(/!\s*important\b/, Token.CommentPreproc),
      rule(/^@.*/, Token.CommentPreproc),
      include('value'),
    ],

    value: [
      include('space'),
      rule(/#[\da-f]{3,8}/i, Token.NameOther),
      rule(new RegExp(`-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:%|(?:${unit})\\b)?`), Token.Number),
      rule(/[[\]():.,]/, Token.Punctuation),
      include('strings'),
      rule(/true|false/i, Token.NameConstant),
      rule(new RegExp(`--${identifier}`), Token.Literal),
      rule(/[-*+/]/, Token.Operator),
      rule(new RegExp(identifier), (run, [word]) => run.token(classOfWord(word), word)),
    ],

    'at-rule': [
      rule(/[~|^$*]=|[<>]=?|=/, Token.Operator),
      rule(new RegExp(`\\{(?=\\s*${identifier}\\s*:)`), Token.Punctuation, 'at-rule declarations'),
      rule(/\{/, Token.Punctuation, 'at-rule body'),
      rule(/;/, Token.Punctuation, '#pop'),
      include('value'),
    ],
    'at-rule body': [include('at-rule end'), include('root')],
    'at-rule declarations': [include('at-rule end'), include('declarations')],
    'at-rule end': [rule(/\}/, Token.Punctuation, ['#pop', '#pop'])],
  }),
};

function declareProperty(run: LexerRun, match: RegExpExecArray): void {
  const name = match[1]!;
  const known = properties.has(name) || vendorPrefixes.some((prefix) => name.startsWith(prefix));
  run.groups(match, known ? Token.NameLabel : Token.NameProperty, Token.Text, Token.Punctuation);
  run.push('declared value');
}

function classOfWord(word: string): Token {
  const lower = word.toLowerCase();
  if (colors.has(lower)) return Token.NameOther;
  if (keywords.has(lower)) return Token.NameBuiltin;
  return functions.has(lower) ? Token.NameFunction : Token.Name;
}
