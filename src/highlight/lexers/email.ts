import { type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Messages: header fields up to the first empty line, then text with quoted lines. */
export const email: Lexer = {
  start: (run) => run.push('field name'),
  states: () => ({
    'field name': [
      rule(/:/, Token.Operator, 'field body'),
      rule(/[^\n\r:]+/, Token.NameTag),
      rule(/[\n\r]/, Token.NameTag),
    ],
    'field body': [
      rule(/(?:\r?\n){2}/, Token.Text, ['#pop', '#pop']),
      rule(/\r?\n(?![ \v\t\f])/, Token.Text, '#pop'),
      rule(/[^\n\r]+/, Token.NameAttribute),
      rule(/[\n\r]/, Token.NameAttribute),
    ],
    root: [rule(/\n/, Token.Text), rule(/^>.*/, Token.Comment), rule(/.+/, Token.Text)],
  }),
};
