import type { Theme } from '../theme.js';
import { Token } from '../tokens.js';

const WHITE = '#f8f8f2';
const BLUE = '#66d9ef';
const GREEN = '#a6e22e';
const RED = '#f92672';
const YELLOW = '#d7d787';
const VIOLET = '#af87ff';
const DARK_BLUE = '#5e5d83';
const GRAY = '#403d3d';
const LIGHT_GRAY = '#465457';

/** Tomas Restrepo's Monokai for Vim. */
export const molokai: Theme = {
  name: 'molokai',
  rules: [
    [[Token.Comment, Token.CommentMultiline, Token.CommentSingle], { color: DARK_BLUE, italic: true }],
    [[Token.CommentPreproc], { color: LIGHT_GRAY, bold: true }],
    [[Token.CommentSpecial], { color: LIGHT_GRAY, italic: true, bold: true }],

    [[Token.Error], { color: WHITE, background: GRAY }],
    [[Token.GenericInserted], { color: GREEN }],
    [[Token.GenericDeleted], { color: RED }],
    [[Token.GenericEmph], { italic: true }],
    [[Token.GenericEmphStrong], { italic: true, bold: true }],
    [[Token.GenericError, Token.GenericTraceback], { color: RED }],
    [[Token.GenericHeading, Token.GenericOutput], { color: GRAY }],
    [[Token.GenericPrompt], { color: BLUE }],
    [[Token.GenericStrong], { bold: true }],
    [[Token.GenericSubheading], { color: LIGHT_GRAY }],

    [[Token.Keyword, Token.KeywordConstant, Token.KeywordDeclaration], { color: BLUE, bold: true }],
    [[Token.KeywordPseudo, Token.KeywordReserved, Token.KeywordType], { color: BLUE, bold: true }],
    [[Token.KeywordNamespace, Token.OperatorWord, Token.Operator], { color: RED, bold: true }],

    [[Token.NumberFloat, Token.NumberHex, Token.NumberIntegerLong, Token.NumberInteger], { color: VIOLET }],
    [[Token.NumberOct, Token.Number, Token.StringEscape], { color: VIOLET }],
    [[Token.StringBacktick, Token.StringChar, Token.StringDoc, Token.StringDouble], { color: YELLOW }],
    [[Token.StringHeredoc, Token.StringInterpol, Token.StringOther, Token.StringRegex], { color: YELLOW }],
    [[Token.StringSingle, Token.StringSymbol, Token.String], { color: YELLOW }],

    [[Token.NameAttribute], { color: GREEN }],
    [
      [Token.NameClass, Token.NameDecorator, Token.NameException, Token.NameFunction],
      { color: GREEN, bold: true },
    ],
    [[Token.NameConstant], { color: BLUE }],
    [[Token.NameBuiltinPseudo, Token.NameBuiltin, Token.NameEntity, Token.NameNamespace], { color: WHITE }],
    [[Token.NameVariableClass, Token.NameVariableGlobal, Token.NameVariableInstance], { color: WHITE }],
    [[Token.NameVariable, Token.Whitespace], { color: WHITE }],
    [[Token.NameLabel], { color: WHITE, bold: true }],
    [[Token.NameTag], { color: RED }],
    [[Token.Text], { color: WHITE, background: '#1b1d1e' }],
  ],
};
