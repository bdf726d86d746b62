import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

/** Each has an end of its own: `IF`, `END_IF`. */
const blocks = `
  ACTION CASE CHANNEL CONFIGURATION CONST FOLDER FOR FUNCTION FUNCTION_BLOCK IF INITIAL_STEP INTERFACE LIBRARY METHOD
  NAMESPACE PROGRAM PROPERTY REPEAT RESOURCE STEP STRUCT TRANSITION TYPE VAR VAR_ACCESS VAR_CONFIG VAR_EXTERNAL
  VAR_GLOBAL VAR_INPUT VAR_IN_OUT VAR_OUTPUT VAR_TEMP WHILE
`;

const keywords = wordSet(`
  ${blocks} ${blocks.replace(/\w+/g, 'END_$&')}
  AT BEGIN BY CONSTANT CONTINUE DO ELSE ELSIF EXIT EXTENDS FROM GET GOTO IMPLEMENTS JMP NON_RETAIN OF PRIVATE
  PROTECTED PUBLIC RETAIN RETURN SET TASK THEN TO UNTIL USING WITH
`);
const types = wordSet(`
  ANY ARRAY BOOL BYTE DATE DATE_AND_TIME DINT DT DWORD INT LINT LREAL LWORD POINTER REAL SINT STRING TIME
  TIME_OF_DAY TOD UDINT UINT ULINT USINT WORD
`);
const operators = wordSet('AND EQ EXPT GE GT LE LT MOD NE NOT OR XOR');

/** Structured Text, for programmable controllers. Words are known in any case. */
export const iecst: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*\n?/, Token.CommentSingle),
      needs('*)', rule(/\(\*.*?\*\)/s, Token.CommentMultiline)),
      needs('}', rule(/\{.*?\}/s, Token.CommentSpecial)),
      rule(/'[^']+'/, Token.StringSingle),
      rule(/"[^"]+"/, Token.StringSymbol),
      rule(/%(?:[IQM][XBWDL]|[IQ])[\d.]*/, Token.NameVariableMagic),
      rule(/(?:D|DT|T|TOD)#[\d_shmd:]*/i, Token.LiteralDate),
      rule(/(?:16#|0x)[\d_a-f]+\b/i, Token.NumberHex),
      rule(/2#[01_]+/, Token.NumberBin),
      rule(/(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/_[\d.,_]*/, Token.Number),
      rule(/[A-Z_]+\b/i, (run, [word]) => run.token(classOf(word.toUpperCase()), word)),
      rule(/:?=>?|&&?|\*\*?|<[=>]?|>=?|[-:^/+#]/, Token.Operator),
      rule(/[a-z]\w*(?=\s*\()/i, Token.NameFunction),
      rule(/[a-z]\w*\b/i, Token.Name),
      rule(/[()[\].,;]/, Token.Punctuation),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  if (operators.has(word)) return Token.Operator;
  return word === 'TRUE' || word === 'FALSE' || word === 'NULL' ? Token.Literal : Token.Name;
}
