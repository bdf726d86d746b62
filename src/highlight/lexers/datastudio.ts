import { type Lexer, needs, rule, type StateEntry, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { sqlKeywords } from './sql-words.js';

const name = '@?[_a-z]\\w*';
/** `%name%`; an escaped sign is its end only where no other follows on the line. */
const variable = /%(?:\\.|.)(?:[^%\\\n]|\\.)*\\?%/;

/** SQL's later words, which Rouge 4.7 does not know here. */
const later = wordSet('FOLLOWING PARTITION PRECEDING RANGE WINDOW');

/** Datastudio's scripts of jobs. */
export const datastudio: Lexer = {
  states: () => {
    const keywords = wordSet(sqlKeywords);
    return {
      root: [
        rule(/\s+/, Token.Text),
        rule(/\/\/.*/, Token.CommentSingle),
        needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
        rule(new RegExp(`^:${name}`, 'i'), Token.NameLabel),
        rule(new RegExp(`@${name}(?:\\.${name})?`, 'i'), Token.NameEntity),
        rule(variable, Token.NameVariable),
        rule(/[~!%^&*()+=|[\]{}:;,.<>/?-]/, Token.Punctuation),
        rule(/"/, Token.StringDouble, 'double quoted'),
        rule(/'/, Token.StringSingle, 'single quoted'),
        rule(/\d(?:\.\d*)?/, Token.Number),
        rule(new RegExp(`${name}(?=\\s*\\()`, 'i'), Token.NameFunction),
        rule(new RegExp(name, 'i'), (run, [word]) => {
          const isKeyword = keywords.has(word.toUpperCase()) && !later.has(word.toUpperCase());
          run.token(isKeyword ? Token.Keyword : Token.Name, word);
        }),
      ],
      'double quoted': quoted('"', Token.StringDouble),
      'single quoted': quoted("'", Token.StringSingle),
    };
  },
};

function quoted(quote: string, token: Token): StateEntry[] {
  return [
    rule(variable, Token.StringEscape),
    rule(new RegExp(`\\\\${quote}|[^%\\\\${quote}]+`), token),
    rule(new RegExp(quote), token, '#pop'),
    rule(/[\s\S]/, token),
  ];
}
