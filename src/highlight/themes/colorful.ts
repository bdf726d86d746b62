import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

/** Bold and many-coloured; from Pygments. */
export const colorful: Theme = {
  name: 'colorful',
  rules: [
    [[Token.Text], { color: '#bbbbbb', background: '#000' }],

    [[Token.Comment], { color: '#888' }],
    [[Token.CommentPreproc], { color: '#579' }],
    [[Token.CommentSpecial], { color: '#cc0000', bold: true }],

    [[Token.Keyword], { color: '#080', bold: true }],
    [[Token.KeywordPseudo], { color: '#038' }],
    [[Token.KeywordType], { color: '#339' }],

    [[Token.Operator], { color: '#333' }],
    [[Token.OperatorWord], { color: '#000', bold: true }],

    [[Token.NameBuiltin], { color: '#007020' }],
    [[Token.NameFunction], { color: '#06B', bold: true }],
    [[Token.NameClass], { color: '#B06', bold: true }],
    [[Token.NameNamespace], { color: '#0e84b5', bold: true }],
    [[Token.NameException], { color: '#F00', bold: true }],
    [[Token.NameVariable], { color: '#963' }],
    [[Token.NameVariableInstance], { color: '#33B' }],
    [[Token.NameVariableClass], { color: '#369' }],
    [[Token.NameVariableGlobal], { color: '#d70', bold: true }],
    [[Token.NameConstant], { color: '#036', bold: true }],
    [[Token.NameLabel], { color: '#970', bold: true }],
    [[Token.NameEntity], { color: '#800', bold: true }],
    [[Token.NameAttribute], { color: '#00C' }],
    [[Token.NameTag], { color: '#070' }],
    [[Token.NameDecorator], { color: '#555', bold: true }],

    [[Token.String], { background: '#fff0f0' }],
    [[Token.StringAffix], { color: '#080', bold: true }],
    [[Token.StringChar], { color: '#04D' }],
    [[Token.StringDoc], { color: '#D42' }],
    [[Token.StringInterpol], { background: '#eee' }],
    [[Token.StringEscape], { color: '#666', bold: true }],
    [[Token.StringRegex], { color: '#000', background: '#fff0ff' }],
    [[Token.StringSymbol], { color: '#A60' }],
    [[Token.StringOther], { color: '#D20' }],

    [[Token.Number], { color: '#60E', bold: true }],
    [[Token.NumberInteger], { color: '#00D', bold: true }],
    [[Token.NumberFloat], { color: '#60E', bold: true }],
    [[Token.NumberHex], { color: '#058', bold: true }],
    [[Token.NumberOct], { color: '#40E', bold: true }],

    [[Token.GenericHeading], { color: '#000080', bold: true }],
    [[Token.GenericSubheading], { color: '#800080', bold: true }],
    [[Token.GenericDeleted], { color: '#A00000' }],
    [[Token.GenericInserted], { color: '#00A000' }],
    [[Token.GenericError], { color: '#FF0000' }],
    ...EMPHASIS,
    [[Token.GenericPrompt], { color: '#c65d09', bold: true }],
    [[Token.GenericOutput], { color: '#888' }],
    [[Token.GenericTraceback], { color: '#04D' }],

    [[Token.Error], { color: '#F00', background: '#FAA' }],
  ],
};
