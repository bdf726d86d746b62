import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { hqlKeywords } from './hql-words.js';
import { sql } from './sql.js';

const types = wordSet(`
  ARRAY BIGINT BINARY BOOLEAN CHAR DATE DECIMAL DOUBLE FLOAT INT INTEGER INTERVAL MAP NUMERIC PRECISION
  SMALLINT STRING STRUCT TIMESTAMP TINYINT UNIONTYPE VARCHAR
`);

/** Hive's SQL: strings in double quotes, too, and variables of Hive in them. */
export const hql: Lexer = {
  states: () => {
    const keywords = wordSet(hqlKeywords);
    const states = sql.states();
    const variable = rule(/\$\{/, Token.NameVariable, 'variable');
    return {
      ...states,
      root: [
        rule(/"/, Token.StringDouble, 'double quoted'),
        variable,
        rule(/[a-zA-Z_]\w*/, (run, [word]) => {
          const name = word.toUpperCase();
          if (types.has(name)) run.token(Token.NameBuiltin, word);
          else run.token(keywords.has(name) ? Token.Keyword : Token.Name, word);
        }),
        ...states['root']!,
      ],
      string: [variable, rule(/[^\\'$]+/, Token.StringSingle), ...states['string']!],
      'double quoted': [
        variable,
        rule(/"/, Token.StringDouble, '#pop'),
        rule(/[^\\"$]+/, Token.StringDouble),
        ...states['double quoted']!,
      ],
      variable: [rule(/\}/, Token.NameVariable, '#pop'), rule(/[^}]+/, Token.NameVariable)],
    };
  },
};
