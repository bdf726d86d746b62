import type { Theme, ThemeRules } from '../theme.js';
import { Token } from '../tokens.js';

/** What GitHub's colours (Primer) are for. */
interface Palette {
  readonly text: string;
  readonly ground: string;
  readonly comment: string;
  readonly constant: string;
  readonly entity: string;
  readonly heading: string;
  readonly keyword: string;
  readonly string: string;
  readonly tag: string;
  readonly variable: string;
  readonly inserted: Pair;
  readonly deleted: Pair;
  readonly error: Pair;
}

interface Pair {
  readonly color: string;
  readonly background: string;
}

const light = rulesOf({
  text: '#24292f',
  ground: '#f6f8fa',
  comment: '#6e7781',
  constant: '#0550ae',
  entity: '#8250df',
  heading: '#0550ae',
  keyword: '#cf222e',
  string: '#0a3069',
  tag: '#116329',
  variable: '#953800',
  inserted: { color: '#116329', background: '#dafbe1' },
  deleted: { color: '#82071e', background: '#ffebe9' },
  error: { color: '#f6f8fa', background: '#82071e' },
});

const dark = rulesOf({
  text: '#c9d1d9',
  ground: '#161b22',
  comment: '#8b949e',
  constant: '#79c0ff',
  entity: '#d2a8ff',
  heading: '#1f6feb',
  keyword: '#ff7b72',
  string: '#a5d6ff',
  tag: '#7ee787',
  variable: '#ffa657',
  inserted: { color: '#aff5b4', background: '#033a16' },
  deleted: { color: '#ffdcd7', background: '#67060c' },
  error: { color: '#f0f6fc', background: '#8e1519' },
});

/** Code as GitHub shows it. */
export const github: Theme = { name: 'github', rules: light, modes: { light, dark } };

function rulesOf(palette: Palette): ThemeRules {
  const { text, constant, variable, tag } = palette;
  return [
    [[Token.Text], { color: text, background: palette.ground }],
    [[Token.Keyword], { color: palette.keyword }],
    [[Token.GenericError], { color: palette.error.color }],
    [[Token.GenericDeleted], palette.deleted],
    [[Token.NameBuiltin, Token.NameClass, Token.NameConstant, Token.NameNamespace], { color: variable }],
    [[Token.StringRegex, Token.NameAttribute, Token.NameTag], { color: tag }],
    [[Token.GenericInserted], palette.inserted],
    [[Token.GenericEmphStrong], { italic: true, bold: true }],
    [[Token.KeywordConstant, Token.Literal, Token.StringBacktick], { color: constant }],
    [[Token.NameBuiltinPseudo, Token.NameException, Token.NameLabel], { color: constant }],
    [[Token.NameProperty, Token.NameVariable, Token.Operator], { color: constant }],
    [[Token.GenericHeading, Token.GenericSubheading], { color: palette.heading, bold: true }],
    [[Token.String], { color: palette.string }],
    [[Token.NameDecorator, Token.NameFunction], { color: palette.entity }],
    [[Token.Error], palette.error],
    [[Token.Comment, Token.GenericLineno, Token.GenericTraceback], { color: palette.comment }],
    [[Token.NameEntity, Token.StringInterpol], { color: text }],
    [[Token.GenericEmph], { color: text, italic: true }],
    [[Token.GenericStrong], { color: text, bold: true }],
  ];
}
