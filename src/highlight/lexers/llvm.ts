import { type Lexer, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { keywords, types } from './llvm-words.js';

const string = '"[^"]*"';
const name = `(?:[-a-zA-Z$._][-\\w$.]*|${string})`;

const afterName = /[^-\w$.]/g;
const labelEnd = /(?<=[-\w$.])[ \t-\r]*:/g;

/** LLVM's assembly. */
export const llvm: Lexer = {
  states: () => ({
    root: [
      rule(/;.*/, Token.CommentSingle),
      rule(/\s+/, Token.Text),
      // Told without reading a long name again from each of its characters.
      when((run) => run.meets(afterName, labelEnd), rule(/[-a-zA-Z$._][-\w$.]*\s*:/, Token.NameLabel)),
      rule(new RegExp(`${string}\\s*:`), Token.NameLabel),
      rule(new RegExp(`@(?:${name}|\\d+)|#\\d+`), Token.NameVariableGlobal),
      rule(new RegExp(`[%!](?:${name}|\\d+)`), Token.NameVariable),
      rule(new RegExp(`c?${string}`), Token.String),
      rule(/0[xX][\da-fA-F]+|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+(?:\.\d+)?)?/, Token.Number),
      rule(/[=<>{}[\]()*.,!x]/, Token.Punctuation),
      rule(/i[1-9]\d*/, Token.KeywordType),
      rule(/\w+/, (run, [word]) => run.token(classOf(word), word)),
    ],
  }),
};

function classOf(word: string): Token {
  if (types.has(word)) return Token.KeywordType;
  return keywords.has(word) ? Token.Keyword : Token.Error;
}
