import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { bslFunctions, bslKeywords } from './bsl-words.js';

/** 1C:Enterprise, in Russian or English and in any case. Numbers count as names. */
export const bsl: Lexer = {
  states: () => {
    const keywords = wordSet(bslKeywords);
    const functions = wordSet(bslFunctions);
    return {
      root: [
        rule(/\s+/, Token.Text),
        rule(/\/\/.*/, Token.CommentSingle),
        rule(/[[\]:(),;]/, Token.Punctuation),
        rule(/[&#].*/, Token.KeywordDeclaration),
        rule(/[-+/*%=<>.?]/, Token.Operator),
        rule(/([\wа-яё]+)(?:(\s+)(?=\())?/i, (run, [whole, word, space]) => {
          const name = word!.toLowerCase();
          if (keywords.has(name)) run.token(Token.Keyword, word);
          else if (run.text[run.end] === '(' && functions.has(name)) {
            run.token(Token.NameBuiltin, whole);
            return;
          } else run.token(Token.NameVariable, word);
          run.token(Token.Text, space);
        }),
        rule(/'.*'/, Token.LiteralDate),
        rule(/"[^"\n]*"?/, Token.StringSingle),
        rule(/\|[^"\n]*"?/, Token.String),
      ],
    };
  },
};
