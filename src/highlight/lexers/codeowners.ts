import { afterSpace, type Lexer, needs, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const wordCharacter = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;

const anySpace = /[ \t-\r]/g;
const mention = /@[^ \t-\r]/g;
const escaped = /\\[# \t-\r]/g;

/** CODEOWNERS files, as GitLab and GitHub read them. */
export const codeowners: Lexer = {
  states: () => ({
    root: [
      rule(/[ \t\r\n]+/, Token.Whitespace),
      when(afterSpace('#'), rule(/^\s*#.*/, Token.CommentSingle)),
      needs(']', rule(/(\^?\[(?!\d+\])[^\]]+\])(\[\d+\])?/, [Token.NameNamespace, Token.Number])),
      when((run) => run.next(mention) < run.next(anySpace), rule(/\S*@\S+/, Token.NameFunction)),
      rule(new RegExp(`[${wordCharacter}./*-]+`), Token.Name),
      when((run) => run.next(escaped) < run.next('\n'), rule(/.*\\[#\s]/, Token.Name)),
    ],
  }),
};
