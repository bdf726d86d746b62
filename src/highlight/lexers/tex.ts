import { include, type Lexer, needsOnLine, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** TeX and LaTeX, with mathematics between dollars and `\(`, `\[`. */
export const tex: Lexer = {
  detect: ({ text }) =>
    /^[ \t-\r]*\\(?:documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)/.test(text),
  states: () => ({
    root: [
      rule(/\\\[/, Token.Punctuation, 'display math'),
      rule(/\\\(/, Token.Punctuation, 'inline math'),
      rule(/\$\$/, Token.Punctuation, 'display math'),
      rule(/\$/, Token.Punctuation, 'inline math'),
      needsOnLine('}', rule(/\\(?:begin|end)\{.*?\}/, Token.NameTag)),
      rule(/(\\verb)\b(\S)(.*?)(\2)/, [
        Token.NameBuiltin,
        Token.KeywordPseudo,
        Token.StringOther,
        Token.KeywordPseudo,
      ]),
      rule(/\\(?:[a-z]+|\s+|.)/i, Token.Keyword, 'command'),
      include('general'),
      rule(/[^\\$%&_^{}]+/, Token.Text),
    ],
    general: [rule(/%.*/, Token.Comment), rule(/[{}&_^]/, Token.Punctuation)],
    command: [
      needsOnLine(']', rule(/\[.*?\]/, Token.NameAttribute)),
      rule(/\*/, Token.Keyword),
      rule(/(?:)/, Token.Text, '#pop'),
    ],

    math: [
      rule(/\\(?:[a-z]+|\s+|.)/i, Token.NameVariable),
      include('general'),
      rule(/[0-9]+/, Token.Number),
      rule(/[-=!+*/()[\]]/, Token.Operator),
      rule(/[^=!+*/()[\]\\$%&_^{}0-9-]+/, Token.NameBuiltin),
    ],
    'inline math': [rule(/\\\)|\$/, Token.Punctuation, '#pop'), include('math')],
    'display math': [
      rule(/\\\]|\$\$/, Token.Punctuation, '#pop'),
      rule(/\$/, Token.NameBuiltin),
      include('math'),
    ],
  }),
};
