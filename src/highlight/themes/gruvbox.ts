import { EMPHASIS, type Theme, type ThemeRules } from '../theme.js';
import { Token } from '../tokens.js';

/** Of Pavel Pertsev's colours those that tell code apart. */
interface Palette {
  readonly text: string;
  readonly ground: string;
  readonly red: string;
  readonly green: string;
  readonly yellow: string;
  readonly blue: string;
  readonly purple: string;
  readonly aqua: string;
  readonly orange: string;
}

const DARKEST = '#282828';
const LIGHTEST = '#fbf1c7';
const GRAY = '#928374';

const light = rulesOf({
  text: DARKEST,
  ground: LIGHTEST,
  red: '#9d0006',
  green: '#79740e',
  yellow: '#b57614',
  blue: '#076678',
  purple: '#8f3f71',
  aqua: '#427b58',
  orange: '#af3a03',
});

const dark = rulesOf({
  text: LIGHTEST,
  ground: DARKEST,
  red: '#fb4934',
  green: '#b8bb26',
  yellow: '#fabd2f',
  blue: '#83a598',
  purple: '#d3869b',
  aqua: '#8ec07c',
  orange: '#fe8019',
});

/** Warm colours of little contrast. */
export const gruvbox: Theme = { name: 'gruvbox', rules: dark, modes: { light, dark } };

function rulesOf(palette: Palette): ThemeRules {
  const { text, ground, red, green, purple, aqua, orange } = palette;
  return [
    [[Token.Text], { color: text, background: ground }],
    [[Token.Error], { color: red, background: ground, bold: true }],
    [[Token.Comment], { color: GRAY, italic: true }],
    [[Token.CommentPreproc], { color: aqua }],
    [[Token.NameTag], { color: red }],
    [[Token.Operator, Token.Punctuation], { color: text }],
    [[Token.GenericInserted], { color: green, background: ground }],
    [[Token.GenericDeleted], { color: red, background: ground }],
    [[Token.GenericHeading], { color: green, bold: true }],
    ...EMPHASIS,
    [[Token.Keyword], { color: red }],
    [[Token.KeywordConstant], { color: purple }],
    [[Token.KeywordType], { color: palette.yellow }],
    [[Token.KeywordDeclaration], { color: orange }],
    [[Token.String, Token.StringInterpol, Token.StringRegex], { color: green, italic: true }],
    [[Token.StringAffix], { color: red }],
    [[Token.StringEscape], { color: orange }],
    [[Token.NameNamespace, Token.NameClass], { color: aqua }],
    [[Token.NameConstant], { color: purple }],
    [[Token.NameAttribute], { color: green }],
    [[Token.Number], { color: purple }],
    [[Token.StringSymbol], { color: palette.blue }],
  ];
}
