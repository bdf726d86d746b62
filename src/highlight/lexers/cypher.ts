import { type Lexer, quotedString, rule, type StateEntry, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const functions = wordSet(`
  ABS ACOS ALLSHORTESTPATHS ASIN ATAN ATAN2 AVG CEIL COALESCE COLLECT COS COT COUNT DATE DEGREES E ENDNODE EXP EXTRACT
  FILTER FLOOR HAVERSIN HEAD ID KEYS LABELS LAST LEFT LENGTH LOG LOG10 LOWER LTRIM MAX MIN NODE NODES PERCENTILECONT
  PERCENTILEDISC PI RADIANS RAND RANGE REDUCE REL RELATIONSHIP RELATIONSHIPS REPLACE REVERSE RIGHT ROUND RTRIM
  SHORTESTPATH SIGN SIN SIZE SPLIT SQRT STARTNODE STDEV STDEVP STR SUBSTRING SUM TAIL TAN TIMESTAMP TOFLOAT TOINT
  TOINTEGER TOSTRING TRIM TYPE UPPER
`);
const operators = wordSet('ALL AND ANY CONTAINS EXISTS HAS IN NONE NOT OR SINGLE XOR');
const keywords = wordSet(`
  AS ASC ASCENDING ASSERT BY CALL CASE COMMIT CONSTRAINT CREATE CSV CYPHER DELETE DESC DESCENDING DETACH DISTINCT DROP
  ELSE END ENDS EXPLAIN FALSE FIELDTERMINATOR FOREACH FROM HEADERS IN INDEX IS JOIN LIMIT LOAD MATCH MERGE NULL ON
  OPTIONAL ORDER PERIODIC PROFILE REMOVE RETURN SCAN SET SKIP START STARTS THEN TRUE UNION UNIQUE UNWIND USING WHEN
  WHERE WITH YIELD
`);

/** Cypher, Neo4j's query language, its words in any case. Brackets have the class of symbols. */
export const cypher: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/[*+\-<>=&|~%^]/, Token.Operator),
      rule(/[{}),;[\]]/, Token.StringSymbol),
      rule(/(\w+)(:)(\s*)(-?[._\d]+)/, [
        Token.NameLabel,
        Token.StringDelimiter,
        Token.Whitespace,
        Token.Number,
      ]),
      rule(/(\w+)(\s*)(\()/, (run, match) =>
        run.groups(match, classOfCalled(match[1]!.toUpperCase()), Token.Whitespace, Token.StringSymbol),
      ),
      rule(/:\w+/, Token.NameClass),
      ...numbers,
      rule(/[.\w]+:/, Token.NameProperty),
      rule(/\(/, Token.StringSymbol),
      rule(/[.\w$]+/, (run, [word]) => run.token(classOf(word.toUpperCase()), word)),
      quotedString('"', Token.StringDouble),
      quotedString("'", Token.StringSingle),
      quotedString('`', Token.StringBacktick),
    ],
    comment: [
      rule(/\/\*/, Token.CommentMultiline, '#push'),
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/[^/*]+|[/*]/, Token.CommentMultiline),
    ],
  }),
};

const numbers: readonly StateEntry[] = [
  rule(/(\d+)(\.\.)(-?\d+)/, [Token.Number, Token.Operator, Token.Number]),
  rule(/(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?/i, Token.NumberFloat),
  rule(/\d+e[+-]?\d+/i, Token.NumberFloat),
  rule(/0[0-7]+/, Token.NumberOct),
  rule(/0x[a-f\d]+/i, Token.NumberHex),
  rule(/\d+/, Token.NumberInteger),
];

function classOfCalled(name: string): Token {
  if (functions.has(name)) return Token.NameFunction;
  return keywords.has(name) ? Token.Keyword : Token.Name;
}

function classOf(name: string): Token {
  if (operators.has(name)) return Token.OperatorWord;
  return keywords.has(name) ? Token.Keyword : Token.Name;
}
