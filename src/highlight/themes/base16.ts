/** Base16 by Chris Kempson: sixteen colours with a meaning each, of which a scheme is a choice. */
import { EMPHASIS, type Theme, type ThemeRules } from '../theme.js';
import { Token } from '../tokens.js';

/** Its own scheme. */
export const base16: Theme = inModes(
  'base16',
  '181818 282828 383838 585858 b8b8b8 d8d8d8 e8e8e8 f8f8f8 ab4642 dc9656 f7ca88 a1b56c 86c1b9 7cafc2 ba8baf a16946',
  'light',
);

/** By Ethan Schoonover. */
export const base16Solarized: Theme = inModes(
  'base16.solarized',
  '002b36 073642 586e75 657b83 839496 93a1a1 eee8d5 fdf6e3 dc322f cb4b16 b58900 859900 2aa198 268bd2 6c71c4 d33682',
  'light',
);

/** By Wimer Hazenberg. */
export const base16Monokai: Theme = inModes(
  'base16.monokai',
  '272822 383830 49483e 75715e a59f85 f8f8f2 f5f4f1 f9f8f5 f92672 fd971f f4bf75 a6e22e a1efe4 66d9ef ae81ff cc6633',
  'dark',
);

/** @param scheme the sixteen colours, as hexadecimal digits */
function inModes(name: string, scheme: string, standard: 'light' | 'dark'): Theme {
  const colors = scheme.split(' ');
  const base = (number: number): string => `#${colors[number]}`;
  const rules = rulesOf(base);
  const light: ThemeRules = [[[Token.Text], { color: base(2) }], ...rules];
  const dark: ThemeRules = [[[Token.Text], { color: base(5), background: base(0) }], ...rules];
  return { name, rules: standard === 'light' ? light : dark, modes: { light, dark } };
}

/** Of both modes. */
function rulesOf(base: (number: number) => string): ThemeRules {
  return [
    [[Token.Error], { color: base(0), background: base(8) }],
    [[Token.Comment], { color: base(3) }],
    [[Token.CommentPreproc, Token.NameTag], { color: base(0xa) }],
    [[Token.Operator, Token.Punctuation], { color: base(5) }],
    [[Token.GenericInserted], { color: base(0xb) }],
    [[Token.GenericDeleted], { color: base(8) }],
    [[Token.GenericHeading], { color: base(0xd), background: base(0), bold: true }],
    ...EMPHASIS,
    [[Token.Keyword], { color: base(0xe) }],
    [[Token.KeywordConstant, Token.KeywordType, Token.KeywordDeclaration], { color: base(9) }],
    [[Token.String], { color: base(0xb) }],
    [[Token.StringAffix], { color: base(0xe) }],
    [[Token.StringRegex], { color: base(0xc) }],
    [[Token.StringInterpol, Token.StringEscape], { color: base(0xf) }],
    [[Token.NameNamespace, Token.NameClass, Token.NameConstant], { color: base(0xa) }],
    [[Token.NameAttribute], { color: base(0xd) }],
    [[Token.Number, Token.StringSymbol], { color: base(0xb) }],
  ];
}
