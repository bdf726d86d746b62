import { include, type Lexer, lettersOfAnyCase, needs, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  abstract as async base break case catch const construct continue default delegate delete do dynamic else ensures
  enum errordomain extern false finally for foreach get global if in inline interface internal is lock new null out
  override owned private protected public ref requires return set signal sizeof static switch this throw throws true
  try typeof unowned value var virtual void weak while yield
`);
const types = words(`
  bool char double float int int16 int32 int64 int8 long short size_t ssize_t string uint uint16 uint32 uint64 uint8
  ulong unichar ushort
`);
const name = `@?[_${lettersOfAnyCase}]\\w*`;

/** Vala. A string ends with its line at the latest. */
export const vala: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(/^\[.*?\]/, Token.NameAttribute),
      rule(new RegExp(`<\\[\\s*(?:${name}:)?|\\]>`), Token.Keyword),
      rule(/[~!%^&*()+=|[\]{}:;,.<>/?-]/, Token.Punctuation),
      rule(/@"(?:\\.|[^"\\\n])*\\?"/, Token.String),
      rule(/"(?:\\.|[^"\\\n])*\\?["\n]/, Token.String),
      rule(/'(?:\\.|.)'/, Token.StringChar),
      rule(/0x[\da-f]+[lu]?/i, Token.Number),
      rule(/[0-9](?:\.[0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, Token.Number),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(new RegExp(`${types}\\b`), Token.KeywordType),
      rule(/class|struct/, Token.Keyword, 'class name'),
      rule(/namespace|using/, Token.Keyword, 'namespace'),
      rule(new RegExp(`${name}(?=\\s*\\()`), Token.NameFunction),
      rule(new RegExp(name), Token.Name),
      rule(/#.*/, Token.CommentPreproc),
    ],
    space: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
    ],
    'class name': [include('space'), rule(new RegExp(name), Token.NameClass, '#pop')],
    namespace: [
      include('space'),
      rule(/(?=\()/, Token.Text, '#pop'),
      rule(new RegExp(`(?:${name}|\\.)+`), Token.NameNamespace, '#pop'),
    ],
  }),
};
