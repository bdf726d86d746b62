import { type Lexer, rule, when, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  Precursor Void across agent alias all and as assign attached attribute check class convert create debug
  deferred detachable do else elseif end ensure expanded export external feature from frozen if implies
  inherit inspect invariant like local loop not note obsolete old once or redefine rename require rescue retry
  select separate some then undefine until variant when xor
`);

const escaped = String.raw`%(?:[A-DFHLNQR-V%'"()<>]|\/(?:0[xX][\da-fA-F](?:_*[\da-fA-F])*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*)\/)`;
/** What no string may have in its line. */
const control = String.raw`\x08\f\n\r\v`;

/** The end of a string with a character before it, at the earliest its opening quote; and what no string gets past. */
const stringEnd = /[^%](?:%%)*"/g;
const bad = new RegExp(`[${control}]|(?<!%)(?:%%)*(?!${escaped})%`, 'g');

/** Eiffel. A word is a class as far as it is in capitals. */
export const eiffel: Lexer = {
  states: () => ({
    root: [
      rule(/"\[/, Token.StringOther, 'verbatim string, aligned'),
      rule(/"\{/, Token.StringOther, 'verbatim string'),
      when(
        (run) => run.next(stringEnd) < run.next(bad),
        rule(new RegExp(`"(?:[^"%${control}]|${escaped})*"`), Token.StringDouble),
      ),
      rule(/--.*/, Token.CommentSingle),
      rule(new RegExp(`'(?:[^%\\t${control}]|${escaped})'`), Token.StringChar),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(/(?:Current|Result)\b/, Token.KeywordVariable),
      rule(/(?:True|False)\b/, Token.KeywordConstant),
      rule(/0[xX][\da-fA-F](?:_*[\da-fA-F])*b/, Token.NumberHex),
      rule(/0[cC][0-7](?:_*[0-7])*\b/, Token.NumberOct),
      rule(/0[bB][01](?:_*[01])*\b/, Token.NumberBin),
      rule(/\d(?:_*\d)*/, Token.NumberInteger),
      rule(/\.(?:(?:\d(?:_*\d)*)?[eE][+-]?)?\d(?:_*\d)*/, Token.NumberFloat),
      rule(/:=|<<|>>|\(\||\|\)|->|[.{}[\];(),:?]/, Token.PunctuationIndicator),
      rule(/\\\\|\|\.\.\||\/[~/]?|[><]=?|[-+*^=~≤≥−∀∃¦⟳⟲]/, Token.Operator),
      rule(/[A-Z][\dA-Z_]*/, Token.NameClass),
      rule(/[a-z]\w*/, Token.Name),
      rule(/\s+/, Token.Text),
    ],
    'verbatim string, aligned': [rule(/\]"/, Token.StringOther, '#pop'), verbatim],
    'verbatim string': [rule(/\}"/, Token.StringOther, '#pop'), verbatim],
  }),
};

const verbatim = rule(new RegExp(`[^"%\\x08\\f\\v]|${escaped}`), Token.StringOther);
