import { type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Diffs, unified and plain. Each rule takes a whole line, its end included. */
export const diff: Lexer = {
  detect({ text }) {
    if (text.startsWith('Index: ') || /^diff[^\n]*?\ba\/[^\n]*\bb/.test(text)) return true;
    return /---[^\n]*\n\+\+\+/.test(text) || /\+\+\+[^\n]*\n---/.test(text);
  },
  states: () => ({
    root: [
      rule(/^ .*\n?/, Token.Text),
      rule(/^---(?:\n|$)/, Token.Punctuation),
      rule(/^(?:\+.*|>+(?:[ \t].*)?$)\n?/, Token.GenericInserted),
      rule(/^(?:-.*|<+(?:[ \t].*)?$)\n?/, Token.GenericDeleted),
      rule(/^!.*\n?/, Token.GenericStrong),
      rule(/^(?:[Ii]ndex|diff).*\n?/, Token.GenericHeading),
      rule(/^(@@[^@]*@@)(.*\n)/, [Token.Punctuation, Token.Text]),
      rule(/^\w.*\n?/, Token.Punctuation),
      rule(/^=.*\n?/, Token.GenericHeading),
      rule(/.+\n?/, Token.Text),
    ],
  }),
};
