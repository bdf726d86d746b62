import { EMPHASIS, type Theme } from '../theme.js';
import { Token } from '../tokens.js';

/** Black on white, for print; from Pygments. */
export const bw: Theme = {
  name: 'bw',
  rules: [
    [[Token.Text], { color: '#000000', background: '#ffffff' }],
    [[Token.Comment], { italic: true }],
    [[Token.CommentPreproc], { italic: false }],
    [[Token.Keyword], { bold: true }],
    [[Token.KeywordPseudo, Token.KeywordType], { bold: false }],
    [
      [
        Token.Operator,
        Token.NameClass,
        Token.NameNamespace,
        Token.NameException,
        Token.NameEntity,
        Token.NameTag,
      ],
      { bold: true },
    ],
    [[Token.String], { italic: true }],
    [[Token.StringAffix, Token.StringInterpol, Token.StringEscape], { bold: true }],
    [[Token.GenericHeading, Token.GenericSubheading], { bold: true }],
    ...EMPHASIS,
    [[Token.GenericPrompt], { bold: true }],
    [[Token.Error], { color: '#FF0000' }],
  ],
};
