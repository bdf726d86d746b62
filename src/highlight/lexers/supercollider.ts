import { closes, type Lexer, rule, when, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet('arg classvar const super this var');
const reserved = wordSet('case do for forBy if loop new newCopyArgs while');
const constants = wordSet(`
  currentEnvironment false inf nil thisFunction thisFunctionDef thisMethod thisProcess thisThread topEnvironment
  true
`);

/** SuperCollider. Whole numbers are floats, as in Rouge. */
export const supercollider: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/[-+]?0[xX][\da-fA-F]+/, Token.NumberHex),
      rule(/[-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?/, Token.NumberFloat),
      rule(/[-+]?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:pi)?|pi)/, Token.NumberFloat),
      rule(/\$(?:\\.|.)/, Token.StringChar),
      when(closes('"'), rule(/"(?:[^\\"]|\\.)*"/, Token.String)),
      when(closes("'"), rule(/'(?:[^\\']|\\.)*'/, Token.StringOther)),
      rule(/\\\w+/, Token.StringOther),
      rule(/[A-Za-z_]\w*:/, Token.NameLabel),
      rule(/[A-Z]\w*/, Token.NameClass),
      rule(/_\w+/, Token.NameFunction),
      rule(/[a-z]\w*/, (run, [word]) => run.token(classOf(word), word)),
      rule(/~\w+/, Token.NameVariableGlobal),
      rule(/[{}()[\];,.]/, Token.Punctuation),
      rule(/[-+*/&|%<>=]+|[\^:#]/, Token.Operator),
      rule(/_\b/, Token.NameBuiltin),
    ],
    comment: [
      rule(/\/\*/, Token.CommentMultiline, '#push'),
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/[^*/]+|[*/]/, Token.CommentMultiline),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (constants.has(word)) return Token.KeywordConstant;
  return reserved.has(word) ? Token.KeywordReserved : Token.Name;
}
