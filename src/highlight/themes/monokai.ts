import type { Theme } from '../theme.js';
import { Token } from '../tokens.js';

const WHITE = '#ffffff';
const WHITISH = '#f8f8f2';
const CYAN = '#66d9ef';
const GREEN = '#a6e22e';
const PINK = '#f92672';
const YELLOW = '#e6db74';
const VIOLET = '#ae81ff';
const DIM_GRAY = '#75715e';
const DARK_RED = '#aa0000';

/** Wimer Hazenberg's colours on gray. */
export const monokai: Theme = {
  name: 'monokai',
  rules: [
    [[Token.Comment, Token.CommentMultiline, Token.CommentSingle], { color: DIM_GRAY, italic: true }],
    [[Token.CommentPreproc], { color: DIM_GRAY, bold: true }],
    [[Token.CommentSpecial], { color: DIM_GRAY, italic: true, bold: true }],

    [[Token.Error], { color: '#960050', background: '#1e0010' }],
    [[Token.GenericInserted], { color: WHITE, background: '#324932' }],
    [[Token.GenericDeleted], { color: WHITE, background: '#493131' }],
    [[Token.GenericEmph], { italic: true }],
    [[Token.GenericEmphStrong], { italic: true, bold: true }],
    [[Token.GenericError, Token.GenericTraceback], { color: DARK_RED }],
    [[Token.GenericHeading], { color: '#999999' }],
    [[Token.GenericOutput], { color: '#888888' }],
    [[Token.GenericPrompt], { color: '#555555' }],
    [[Token.GenericStrong], { bold: true }],
    [[Token.GenericSubheading], { color: '#aaaaaa' }],

    [[Token.Keyword, Token.KeywordConstant, Token.KeywordDeclaration], { color: CYAN, bold: true }],
    [[Token.KeywordPseudo, Token.KeywordReserved, Token.KeywordType], { color: CYAN, bold: true }],
    [[Token.KeywordNamespace, Token.OperatorWord, Token.Operator], { color: PINK, bold: true }],

    [[Token.NumberFloat, Token.NumberHex, Token.NumberIntegerLong, Token.NumberInteger], { color: VIOLET }],
    [[Token.NumberOct, Token.Number, Token.StringEscape], { color: VIOLET }],
    [[Token.StringAffix], { color: CYAN, bold: true }],
    [[Token.StringBacktick, Token.StringChar, Token.StringDoc, Token.StringDouble], { color: YELLOW }],
    [[Token.StringHeredoc, Token.StringInterpol, Token.StringOther, Token.StringRegex], { color: YELLOW }],
    [[Token.StringSingle, Token.StringSymbol, Token.String], { color: YELLOW }],

    [[Token.NameAttribute], { color: GREEN }],
    [
      [Token.NameClass, Token.NameDecorator, Token.NameException, Token.NameFunction],
      { color: GREEN, bold: true },
    ],
    [[Token.NameConstant], { color: CYAN }],
    [[Token.NameBuiltinPseudo, Token.NameBuiltin, Token.NameEntity, Token.NameNamespace], { color: WHITISH }],
    [[Token.NameVariableClass, Token.NameVariableGlobal, Token.NameVariableInstance], { color: WHITISH }],
    [[Token.NameVariable, Token.Whitespace], { color: WHITISH }],
    [[Token.NameLabel], { color: WHITISH, bold: true }],
    [[Token.NameTag], { color: PINK }],
    [[Token.Text], { color: WHITISH, background: '#49483e' }],
  ],
};
