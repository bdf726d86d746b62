import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

const SLATE = '#4e5d62';
const CLOUD = '#dee5e7';
const SCARLET = '#cc0000';
const LIME = '#b2fd6d';
const CHILLY = '#a8e1fe';
const SANDY = '#f6dd62';
const PINK = '#f696db';
const BACKLIT = '#4df4ff';
const AMBER = '#ffb000';

/** Rouge's own standard; the colours are those of GtkSourceView's theme of that name. */
export const thankfulEyes: Theme = {
  name: 'thankful_eyes',
  rules: [
    [[Token.Text], { color: '#faf6e4', background: '#122b3b' }],
    [[Token.GenericLineno], { color: CLOUD, background: SLATE }],
    [[Token.GenericPrompt], { color: CHILLY, bold: true }],
    [[Token.Comment], { color: '#6c8b9f', italic: true }],
    [[Token.CommentPreproc], { color: LIME, bold: true }],
    [[Token.Error], { color: '#fefeec', background: SCARLET }],
    [[Token.GenericError], { color: SCARLET, italic: true, bold: true }],
    [[Token.Keyword], { color: SANDY, bold: true }],
    [[Token.Operator], { color: BACKLIT, bold: true }],
    [[Token.Punctuation], { color: BACKLIT }],
    [[Token.GenericDeleted], { color: SCARLET }],
    [[Token.GenericInserted], { color: LIME }],
    ...EMPHASIS,
    [[Token.GenericTraceback], { color: CLOUD, background: SLATE }],
    [[Token.KeywordConstant], { color: PINK, bold: true }],
    [[Token.KeywordNamespace, Token.KeywordPseudo, Token.KeywordReserved], { color: AMBER, bold: true }],
    [[Token.GenericHeading, Token.GenericSubheading], { color: AMBER, bold: true }],
    [
      [
        Token.KeywordType,
        Token.NameConstant,
        Token.NameClass,
        Token.NameDecorator,
        Token.NameNamespace,
        Token.NameBuiltinPseudo,
        Token.NameException,
      ],
      { color: LIME, bold: true },
    ],
    [[Token.NameLabel, Token.NameTag], { color: AMBER, bold: true }],
    [[Token.Number, Token.LiteralDate, Token.StringSymbol], { color: PINK, bold: true }],
    [[Token.String], { color: '#fff0a6', bold: true }],
    [[Token.StringAffix], { color: SANDY, bold: true }],
    [[Token.StringEscape, Token.StringChar, Token.StringInterpol], { color: BACKLIT, bold: true }],
    [[Token.NameBuiltin], { bold: true }],
    [[Token.NameEntity], { color: '#999999', bold: true }],
    [[Token.Whitespace, Token.GenericOutput], { color: '#BBBBBB' }],
    [[Token.NameFunction, Token.NameProperty, Token.NameAttribute], { color: CHILLY }],
    [[Token.NameVariable], { color: CHILLY, bold: true }],
  ],
};
