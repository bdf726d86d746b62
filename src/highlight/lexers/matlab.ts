import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { builtins } from './matlab-words.js';
import { shell } from './shell.js';

const keywords = wordSet(`
  arguments break case catch classdef continue else elseif end for function global if import methods otherwise parfor persistent properties return spmd switch try while
`);

/** MATLAB. A quote starts a string if another follows on its line, else it transposes. */
export const matlab: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      needs('%}', rule(/\{%.*?%\}/s, Token.CommentMultiline)),
      rule(/%.*/, Token.CommentSingle),
      rule(/(\.\.\.)(.*)/, [Token.Keyword, Token.Comment]),
      rule(/^(!)([^%\n]*)/, (run, [, mark, command]) => {
        run.token(Token.Keyword, mark);
        run.delegate(shell, command!);
      }),
      rule(/[a-zA-Z]\w*/, (run, [word]) => run.token(classOf(word), word)),
      rule(/[(){};:,/\\\][]/, Token.Punctuation),
      rule(/~=|==|<<|>>|[-~+/*%=<>&^|.@]/, Token.Operator),
      rule(/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/\d+e[+-]?\d+/i, Token.NumberFloat),
      rule(/\d+L/, Token.NumberIntegerLong),
      rule(/\d+/, Token.NumberInteger),
      rule(/'(?=[^'\n]*')/, Token.StringSingle, 'characters'),
      rule(/"(?=[^"\n]*")/, Token.StringDouble, 'string'),
      rule(/'/, Token.Operator),
    ],
    characters: [
      rule(/[^']+/, Token.StringSingle),
      rule(/''/, Token.StringEscape),
      rule(/'/, Token.StringSingle, '#pop'),
    ],
    string: [
      rule(/[^"]+/, Token.StringDouble),
      rule(/""/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  return builtins.has(word) ? Token.NameBuiltin : Token.Name;
}
