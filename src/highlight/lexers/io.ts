import { type Lexer, quotedString, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const constants = wordSet('false nil true');
const builtins = wordSet(`
  args call clone do doFile doString else elseif for if list method return super then
`);

/** Io. */
export const io: Lexer = {
  detect: (source) => source.hasShebang('io'),
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/(?:\/\/|#).*/, Token.CommentSingle),
      blockComment,
      rule(/\/\+/, Token.CommentMultiline, 'nested comment'),
      quotedString('"', Token.String),
      rule(/:?:=/, Token.Keyword),
      rule(/[()]/, Token.Punctuation),
      rule(/[-=;,*+><!/|^.%&[\]{}]/, Token.Operator),
      rule(/[A-Z]\w*/, Token.NameClass),
      rule(/[a-z_]\w*/, (run, [name]) => run.token(classOf(name), name)),
      rule(/\d+\.?\d*(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/@@?/, Token.Keyword),
    ],
    'nested comment': [
      rule(/[^/+]+/, Token.CommentMultiline),
      rule(/\/\+/, Token.CommentMultiline, '#push'),
      rule(/\+\//, Token.CommentMultiline, '#pop'),
    ],
  }),
};

function classOf(name: string): Token {
  if (constants.has(name)) return Token.KeywordConstant;
  return builtins.has(name) ? Token.NameBuiltin : Token.Name;
}
