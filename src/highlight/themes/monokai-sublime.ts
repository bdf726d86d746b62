import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

const CYAN = '#66d9ef';
const GREEN = '#a6e22e';
const PINK = '#f92672';
const YELLOW = '#e6db74';
const VIOLET = '#ae81ff';
const ORANGE = '#f6aa11';
const DIM_GRAY = '#75715e';
const PLAIN = { color: '#ffffff', background: '#272822' };

/** Monokai as the editor Sublime Text has it. */
export const monokaiSublime: Theme = {
  name: 'monokai.sublime',
  rules: [
    [[Token.GenericHeading], { color: '#999999' }],
    [[Token.StringRegex], { color: ORANGE }],
    [[Token.GenericOutput], { color: '#888888' }],
    [[Token.GenericPrompt], { color: '#555555' }],
    ...EMPHASIS,
    [[Token.GenericSubheading], { color: '#aaaaaa' }],
    [[Token.NameBuiltin], { color: ORANGE }],
    [[Token.CommentMultiline, Token.CommentPreproc, Token.CommentSingle], { color: DIM_GRAY }],
    [[Token.CommentSpecial, Token.Comment], { color: DIM_GRAY }],
    [[Token.Error, Token.GenericError, Token.GenericTraceback], { color: '#960050' }],
    [[Token.GenericDeleted, Token.GenericInserted], { color: '#49483e' }],
    [[Token.KeywordConstant, Token.KeywordDeclaration, Token.KeywordReserved], { color: CYAN }],
    [[Token.NameConstant, Token.KeywordType], { color: CYAN }],
    [[Token.NumberFloat, Token.NumberHex, Token.NumberIntegerLong, Token.NumberInteger], { color: VIOLET }],
    [[Token.NumberOct, Token.Number], { color: VIOLET }],
    [[Token.StringChar, Token.StringEscape, Token.StringSymbol], { color: VIOLET }],
    [[Token.StringDoc, Token.StringDouble, Token.StringBacktick, Token.StringHeredoc], { color: YELLOW }],
    [[Token.StringInterpol, Token.StringOther, Token.StringSingle, Token.String], { color: YELLOW }],
    [[Token.NameAttribute, Token.NameClass, Token.NameDecorator], { color: GREEN }],
    [[Token.NameException, Token.NameFunction], { color: GREEN }],
    [[Token.NameVariableClass, Token.NameNamespace, Token.NameLabel, Token.NameEntity], PLAIN],
    [[Token.NameBuiltinPseudo, Token.NameVariableGlobal, Token.NameVariableInstance], PLAIN],
    [[Token.NameVariable, Token.Whitespace, Token.Text, Token.Name], PLAIN],
    [[Token.OperatorWord, Token.NameTag], { color: PINK }],
    [[Token.Keyword, Token.KeywordNamespace, Token.KeywordPseudo, Token.Operator], { color: PINK }],
  ],
};
