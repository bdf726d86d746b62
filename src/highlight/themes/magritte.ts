import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

const FOREST = '#007500';
const CANDY = '#ff0089';
const GRAPE = '#4c48fe';
const DARK = '#000707';
const CHERRY = '#f22700';
const ROYAL = '#19003a';
const PURPLE = '#840084';
const CHOCOLATE = '#920241';
const EGGSHELL = '#f3ffff';

/** Dark colours on nearly white. */
export const magritte: Theme = {
  name: 'magritte',
  rules: [
    [[Token.Text], { color: DARK, background: EGGSHELL }],
    [[Token.GenericLineno], { color: EGGSHELL, background: DARK }],
    [[Token.Comment], { color: '#006c6c', italic: true }],
    [[Token.CommentPreproc], { color: CHOCOLATE, bold: true }],
    [[Token.Error], { color: EGGSHELL, background: CHERRY }],
    [[Token.GenericError], { color: CHERRY, italic: true, bold: true }],
    [[Token.Keyword], { color: ROYAL, bold: true }],
    [[Token.Operator], { color: GRAPE, bold: true }],
    [[Token.Punctuation], { color: GRAPE }],
    [[Token.GenericDeleted], { color: CHERRY }],
    [[Token.GenericInserted], { color: FOREST }],
    ...EMPHASIS,
    [[Token.GenericTraceback], { color: '#000000', background: '#d8d9ff' }],
    [
      [Token.KeywordConstant, Token.KeywordNamespace, Token.KeywordPseudo, Token.KeywordReserved],
      { color: FOREST, bold: true },
    ],
    [[Token.GenericHeading, Token.GenericSubheading], { color: FOREST, bold: true }],
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
      { color: CHOCOLATE, bold: true },
    ],
    [[Token.NameLabel, Token.NameTag], { color: PURPLE, bold: true }],
    [[Token.Number, Token.LiteralDate], { color: FOREST, bold: true }],
    [[Token.StringSymbol], { color: FOREST }],
    [[Token.String], { color: '#7c0000', bold: true }],
    [[Token.StringAffix], { color: ROYAL, bold: true }],
    [[Token.StringEscape, Token.StringChar, Token.StringInterpol], { color: PURPLE, bold: true }],
    [[Token.NameBuiltin], { bold: true }],
    [[Token.NameEntity], { color: '#999999', bold: true }],
    [[Token.Whitespace], { color: '#BBBBBB' }],
    [[Token.GenericOutput], { color: ROYAL }],
    [[Token.NameFunction, Token.NameProperty, Token.NameAttribute], { color: CANDY }],
    [[Token.NameVariable], { color: CANDY, bold: true }],
  ],
};
