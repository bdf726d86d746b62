import { type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';

const blanks = /[ \t\r\f\v]+/;

/** TAP, the Test Anything Protocol: a plan, then a line a test. */
export const tap: Lexer = {
  states: () => ({
    root: [
      rule(/^TAP version \d+\n/, Token.NameNamespace),
      rule(/^1\.\.\d+/, Token.KeywordDeclaration, 'plan'),
      rule(/^(not ok)([ \t\r\f\v]*)(\d*)/, [Token.GenericError, Token.Text, Token.NumberInteger], 'test'),
      rule(/^(ok)([ \t\r\f\v]*)(\d*)/, [Token.KeywordReserved, Token.Text, Token.NumberInteger], 'test'),
      rule(/^#.*\n/, Token.Comment),
      rule(/^Bail out!.*\n/, Token.GenericError),
      rule(/^.*\n/, Token.Text),
    ],
    plan: [
      rule(blanks, Token.Text),
      rule(/#/, Token.Comment, 'directive'),
      rule(/\n/, Token.Comment, '#pop'),
      needs('\n', rule(/.*\n/, Token.GenericError, '#pop')),
    ],
    test: [
      rule(blanks, Token.Text),
      rule(/#/, Token.Comment, 'directive'),
      rule(/\S+/, Token.Text),
      rule(/\n/, Token.Text, '#pop'),
    ],
    directive: [
      rule(blanks, Token.Comment),
      rule(/todo\b|skip\S*/i, Token.CommentPreproc),
      rule(/\S+/, Token.Comment),
      rule(/\n/, Token.Comment, ['#pop', '#pop']),
    ],
  }),
};
