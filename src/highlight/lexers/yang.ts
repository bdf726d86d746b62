import { type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const statements = wordSet(`
  action anydata anyxml argument augment base belongs-to bit case choice config contact container default description
  deviate deviation enum error-app-tag error-message extension feature fraction-digits grouping identity if-feature
  import include input key leaf leaf-list length list mandatory max-elements min-elements modifier module must namespace
  notification ordered-by organization output path pattern position prefix presence range reference refine
  require-instance revision revision-date rpc status submodule type typedef unique units uses value when yang-version
  yin-element
`);
const types = wordSet(`
  binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64 int8 leafref string
  uint16 uint32 uint64 uint8 union
`);
const constants = wordSet(`
  add current delete deprecated false invert-match max min not-supported obsolete replace true unbounded user
`);

/** YANG 1.1 (RFC 7950). */
export const yang: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/[{};]+/, Token.Punctuation),
      rule(/(?:and|or|not|[+.])(?![\w-])/, Token.Operator),
      // A string whose quotes all have a backslash ends at the last of them.
      rule(/"(?:[^"\\]|\\"?)*"/, Token.StringDouble),
      rule(/'(?:[^'\\]|\\'?)*'/, Token.StringSingle),
      rule(/\/\*/, Token.Comment, 'comment'),
      rule(/\/\/.*/, Token.Comment),
      rule(/([\w.-]+)(:)([\w.-]+)(?=[\s{};])/, [Token.NameNamespace, Token.Punctuation, Token.Name]),
      rule(/\d{4}-\d\d-\d\d(?=[\s{};])/, Token.NameLabel),
      rule(/\d+\.\d+(?=[\s{};])/, Token.NumberFloat),
      rule(/\d+(?=[\s{};])/, Token.NumberInteger),
      rule(/[\w-]+(?=[^\w:-])\b/, lexWord),
      rule(/[^;{}\s'"]+/, Token.Name),
    ],
    comment: [
      rule(/[^*/]+/, Token.Comment),
      rule(/\/\*/, Token.Comment, 'comment'),
      rule(/\*\//, Token.Comment, '#pop'),
      rule(/[*/]/, Token.Comment),
    ],
  }),
};

function lexWord(run: LexerRun, [text]: RegExpExecArray): void {
  run.token(tokenOf(text.toLowerCase()), text);
}

function tokenOf(word: string): Token {
  if (statements.has(word)) return Token.KeywordDeclaration;
  if (types.has(word)) return Token.KeywordType;
  return constants.has(word) ? Token.NameConstant : Token.Name;
}
