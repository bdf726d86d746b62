import { type Lexer, nonSpace, rule, when, wordCharacters } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** Prolog. A `#` on the first line, as of a shebang, starts a comment. */
export const prolog: Lexer = {
  start: (run) => run.push('first line'),
  states: () => ({
    'first line': [rule(/#.*/, Token.CommentSingle), rule(/(?:)/, Token.Text, '#pop')],
    root: [
      rule(/\s+/, Token.Text),
      rule(/%.*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/[[\](){}|.,;!]|:-|-->/, Token.Punctuation),
      rule(/"[^"]*"/, Token.StringDouble),
      rule(/\d+\.\d+/, Token.NumberFloat),
      rule(/\d+/, Token.Number),
      rule(new RegExp(`\\p{Lowercase}[${wordCharacters}]*`), Token.StringSymbol),
      rule(/'[^']*'/, Token.StringSymbol),
      rule(new RegExp(`[A-Z]\\w*|_[${wordCharacters}]*`), Token.NameVariable),
      rule(/[#&*+,./:<=>?@^~-]+/, Token.Operator),
    ],
    // Comments nest. In one, only what follows a star is part of it; the rest are errors, as in Rouge 4.7.
    comment: [
      rule(/\/\*/, Token.CommentMultiline, '#push'),
      when(isAtStarredText, rule(/\s*\*[^*/]+/, Token.CommentMultiline)),
      rule(/\*\//, Token.CommentMultiline, '#pop'),
    ],
  }),
};

/** Told without reading long white space again from each of its characters. */
function isAtStarredText(run: LexerRun): boolean {
  const star = run.next(nonSpace);
  return run.text[star] === '*' && /[^*/]/.test(run.text[star + 1] ?? '*');
}
