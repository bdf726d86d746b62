import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

const GRAY = '#888888';
const GREEN = '#008800';
const RED = '#aa0000';
const BLUE = '#336699';
const PINK = '#bb0066';
/** Behind strings. */
const ROSE = '#fff0f0';

/** Code as it looked on pastie.org; from Pygments. */
export const pastie: Theme = {
  name: 'pastie',
  rules: [
    [[Token.Comment], { color: GRAY }],
    [[Token.CommentPreproc], { color: '#cc0000', bold: true }],
    [[Token.CommentSpecial], { color: '#cc0000', background: ROSE, bold: true }],

    [[Token.Error], { color: '#a61717', background: '#e3d2d2' }],
    [[Token.GenericError], { color: RED }],
    [[Token.GenericHeading], { color: '#333333' }],
    [[Token.GenericSubheading], { color: '#666666' }],
    [[Token.GenericDeleted], { color: '#000000', background: '#ffdddd' }],
    [[Token.GenericInserted], { color: '#000000', background: '#ddffdd' }],
    ...EMPHASIS,
    [[Token.GenericLineno, Token.GenericOutput], { color: GRAY }],
    [[Token.GenericPrompt], { color: '#555555' }],
    [[Token.GenericTraceback], { color: RED }],

    [[Token.Keyword], { color: GREEN, bold: true }],
    [[Token.KeywordPseudo], { color: GREEN }],
    [[Token.KeywordType], { color: GRAY, bold: true }],

    [[Token.Number], { color: '#0000dd', bold: true }],

    [[Token.String], { color: '#dd2200', background: ROSE }],
    [[Token.StringAffix], { color: GREEN, bold: true }],
    [[Token.StringEscape], { color: '#0044dd', background: ROSE }],
    [[Token.StringInterpol], { color: '#3333bb', background: ROSE }],
    [[Token.StringOther], { color: '#22bb22', background: '#f0fff0' }],
    [[Token.StringRegex], { color: GREEN }],
    [[Token.StringSymbol], { color: '#aa6600', background: ROSE }],

    [[Token.NameAttribute], { color: BLUE }],
    [[Token.NameBuiltin], { color: '#003388' }],
    [[Token.NameClass], { color: PINK, bold: true }],
    [[Token.NameConstant], { color: '#003366', bold: true }],
    [[Token.NameDecorator], { color: '#555555' }],
    [[Token.NameException], { color: PINK, bold: true }],
    [[Token.NameFunction], { color: '#0066bb', bold: true }],
    [[Token.NameLabel], { color: BLUE }],
    [[Token.NameNamespace], { color: PINK, bold: true }],
    [[Token.NameProperty], { color: BLUE, bold: true }],
    [[Token.NameTag], { color: PINK, bold: true }],
    [[Token.NameVariable], { color: BLUE }],
    [[Token.NameVariableGlobal], { color: '#dd7700' }],
    [[Token.NameVariableInstance], { color: '#3333bb' }],

    [[Token.OperatorWord], { color: GREEN }],

    // The page's own colours; nothing is written for it.
    [[Token.Text], {}],
    [[Token.Whitespace], { color: '#bbbbbb' }],
  ],
};
