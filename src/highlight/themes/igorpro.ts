import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

const PINK = '#CC00A3';
const BLUE = '#0000FF';
const ORANGE = '#C34E00';

/** Code as the program Igor Pro shows it. */
export const igorpro: Theme = {
  name: 'igorpro',
  rules: [
    [[Token.Text], { color: '#444444' }],
    [[Token.CommentPreproc, Token.CommentSpecial], { color: PINK }],
    [[Token.Comment], { color: '#FF0000' }],
    ...EMPHASIS,
    [[Token.KeywordConstant], { color: ORANGE }],
    [[Token.KeywordDeclaration], { color: BLUE }],
    [[Token.KeywordReserved], { color: '#007575' }],
    [[Token.Keyword], { color: BLUE }],
    [[Token.String], { color: '#009C00' }],
    [[Token.StringAffix], { color: BLUE }],
    [[Token.NameBuiltin], { color: ORANGE }],
  ],
};
