import { type Lexer, rule, type StateEntry, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { sqlKeywords } from './sql-words.js';

const types = wordSet(`
  BIGINT BINARY BIT BLOB BOOL BOOLEAN BYTE CHAR CHARACTER DATE DATETIME DEC DECIMAL DOUBLE ENUM FIXED FLOAT INT INTEGER
  LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT NATIONAL NCHAR NUMERIC PRECISION REAL SERIAL SIGNED SMALLINT TEXT
  TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT UNSIGNED VARBINARY VARCHAR VARYING YEAR ZEROFILL
`);

/** SQL, no dialect. What stands in double quotes or back-ticks is a name, as in the standard and in MySQL. */
export const sql: Lexer = {
  states: () => {
    const keywords = wordSet(sqlKeywords);
    return {
      root: [
        rule(/\s+/, Token.Text),
        rule(/--.*/, Token.CommentSingle),
        rule(/\/\*/, Token.CommentMultiline, 'comment'),
        rule(/\d+/, Token.NumberInteger),
        rule(/'/, Token.StringSingle, 'string'),
        rule(/"/, Token.NameVariable, 'double quoted'),
        rule(/`/, Token.NameVariable, 'back-ticked'),
        rule(/\w+/, (run, [word]) => {
          const name = word.toUpperCase();
          if (types.has(name)) run.token(Token.NameBuiltin, word);
          else run.token(keywords.has(name) ? Token.Keyword : Token.Name, word);
        }),
        rule(/[+*/<>=~!@#%&|?^-]/, Token.Operator),
        rule(/[;:()[\]{},.]/, Token.Punctuation),
      ],

      comment: [
        rule(/\/\*/, Token.CommentMultiline, '#push'),
        rule(/\*\//, Token.CommentMultiline, '#pop'),
        rule(/[^/*]+|[/*]/, Token.CommentMultiline),
      ],

      string: quoted("'", Token.StringSingle),
      'double quoted': quoted('"', Token.NameVariable),
      'back-ticked': quoted('`', Token.NameVariable),
    };
  },
};

/** The inside of quotes, which are doubled to stand for themselves. */
function quoted(quote: string, token: Token): StateEntry[] {
  return [
    rule(/\\./, Token.StringEscape),
    rule(new RegExp(quote + quote), Token.StringEscape),
    rule(new RegExp(quote), token, '#pop'),
    rule(new RegExp(`[^\\\\${quote}]+`), token),
  ];
}
