import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

const WHITE = '#FFFFFF';
const RED = '#CC0000';
const ORANGE = '#FAAF4C';
const YELLOW = '#FFF02A';
const LIGHT_GREEN = '#41ff5b';
const LILAC = '#9f93e6';

/** Light colours on dark purple. */
export const tulip: Theme = {
  name: 'tulip',
  rules: [
    [[Token.Text], { color: WHITE, background: '#231529' }],
    [[Token.Comment], { color: '#6D6E70', italic: true }],
    [[Token.CommentPreproc], { color: LIGHT_GREEN, bold: true }],
    [[Token.Error, Token.GenericError], { color: WHITE, background: RED }],
    [[Token.Keyword], { color: YELLOW, bold: true }],
    [[Token.Operator, Token.Punctuation], { color: LIGHT_GREEN }],
    [[Token.GenericDeleted], { color: RED }],
    [[Token.GenericInserted], { color: '#3FB34F' }],
    ...EMPHASIS,
    [[Token.GenericTraceback, Token.GenericLineno], { color: WHITE, background: '#766DAF' }],
    [[Token.KeywordConstant], { color: LILAC, bold: true }],
    [[Token.KeywordNamespace, Token.KeywordPseudo, Token.KeywordReserved], { color: WHITE, bold: true }],
    [[Token.GenericHeading, Token.GenericSubheading], { color: WHITE, bold: true }],
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
      { color: ORANGE, bold: true },
    ],
    [[Token.NameLabel, Token.NameTag], { color: LILAC, bold: true }],
    [[Token.Number, Token.LiteralDate, Token.StringSymbol], { color: LILAC, bold: true }],
    [[Token.String], { color: '#fff0a6', bold: true }],
    [[Token.StringAffix], { color: YELLOW, bold: true }],
    [[Token.StringEscape, Token.StringChar, Token.StringInterpol], { color: ORANGE, bold: true }],
    [[Token.NameBuiltin], { bold: true }],
    [[Token.NameEntity], { color: '#999999', bold: true }],
    [[Token.Whitespace], { color: '#BBBBBB' }],
    [[Token.NameFunction, Token.NameProperty, Token.NameAttribute], { color: LIGHT_GREEN }],
    [[Token.NameVariable], { color: LIGHT_GREEN, bold: true }],
  ],
};
