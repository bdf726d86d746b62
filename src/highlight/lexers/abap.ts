import { type Lexer, rule, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { abapFunctions, abapKeywords } from './abap-words.js';

const types = wordSet(
  'b c clike csequence d decfloat decfloat16 decfloat34 f i int8 n p s string t x xstring',
);
/** Declarations within expressions: `@DATA(…)`. */
const declarations = wordSet('DATA FIELD-SYMBOL');

const afterName = /[^\w-]/g;

/** ABAP. What a parenthesis follows at once is a function, a method or a declaration. */
export const abap: Lexer = {
  states: () => {
    const keywords = wordSet(abapKeywords);
    const functions = wordSet(abapFunctions);
    return {
      root: [
        rule(/\s+/, Token.Text),
        rule(/".*/, Token.CommentSingle),
        rule(/^\*.*/, Token.CommentMultiline),
        rule(/\d+/, Token.NumberInteger),
        rule(/['`]/, Token.StringSingle, 'string'),
        rule(/[[\](){}.,:|]/, Token.Punctuation),
        rule(/([-=]>)([a-z][\w-]*)(\()/i, [Token.Operator, Token.Name, Token.Punctuation]),
        when(
          (run) => run.text[run.next(afterName)] === '(',
          rule(/([a-z][\w-]*)(\()/i, (run, match) =>
            run.groups(match, classOfCalled(match[1]!, functions), Token.Punctuation),
          ),
        ),
        rule(/\w+/, (run: LexerRun, [word]) => {
          if (keywords.has(word.toUpperCase())) run.token(Token.Keyword, word);
          else run.token(types.has(word.toLowerCase()) ? Token.KeywordType : Token.Name, word);
        }),
        rule(/[-=]>|[-*+%/~=&?<>!#@^]+/, Token.Operator),
      ],
      // Either quote ends the string.
      string: [
        rule(/\\./, Token.StringEscape),
        rule(/''|``/, Token.StringEscape),
        rule(/['`]/, Token.StringSingle, '#pop'),
        rule(/[^\\'`]+/, Token.StringSingle),
      ],
    };
  },
};

function classOfCalled(name: string, functions: ReadonlySet<string>): Token {
  if (declarations.has(name.toUpperCase())) return Token.Keyword;
  return functions.has(name.toLowerCase()) ? Token.NameBuiltin : Token.Name;
}
