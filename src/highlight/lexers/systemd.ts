import { type Lexer, needsOnLine, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const bracketAtEnd = /\](?![^\n])/g;

/** Unit files of systemd. */
export const systemd: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/[;#].*/, Token.Comment),
      when((run) => run.next(bracketAtEnd) < run.next('\n'), rule(/\[.*?\]$/, Token.Keyword)),
      when(
        (run) => run.next('=') < run.next('\n') && run.next('\\\n') < run.next('\n'),
        rule(
          /(.*?)(=)(.*)(\\\n)/,
          [Token.NameTag, Token.Punctuation, Token.Text, Token.StringEscape],
          'continued',
        ),
      ),
      needsOnLine('=', rule(/(.*?)(=)(.*)/, [Token.NameTag, Token.Punctuation, Token.Text])),
    ],
    continued: [rule(/(.*?)(\\\n)/, [Token.Text, Token.StringEscape]), rule(/.*/, Token.Text, '#pop')],
  }),
};
