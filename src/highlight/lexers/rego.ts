import { type Lexer, rule, wordCharacters, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const constants = wordSet('false null true');
const operators = wordSet('as default else import not package some with');

/** Rego, the language of Open Policy Agent. */
export const rego: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/#.*/, Token.CommentSingle),
      rule(/[[\](){}|.,;!]/, Token.Punctuation),
      rule(/"[^"]*"/, Token.StringDouble),
      rule(/-?\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat),
      rule(/-?\d+(?:[eE][+-]?\d+)?/, Token.Number),
      rule(/\\u[\da-fA-F]{4}/, Token.NumberHex),
      rule(/\\["/bfnrt]/, Token.StringEscape),
      rule(/[=<>+*%/&:?@^~-]/, Token.Operator),
      rule(new RegExp(`[${wordCharacters}]+`), lexWord),
    ],
  }),
};

function lexWord(run: LexerRun, [word]: RegExpExecArray): void {
  if (constants.has(word)) run.token(Token.KeywordConstant, word);
  else run.token(operators.has(word) ? Token.OperatorWord : Token.Name, word);
}
