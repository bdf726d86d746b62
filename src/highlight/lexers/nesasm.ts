import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const instructions = wordSet(`
  ADC AND ASL BCC BCS BEQ BIT BMI BNE BPL BRK BVC BVS CLC CLD CLI CLV CMP CPX CPY DEC DEX DEY EOR INC INX INY JMP JSR LDA
  LDX LDY LSR NOP ORA PHA PHP PLA PLP ROL ROR RTI RTS SBC SEC SED SEI STA STX STY TAX TAY TSX TXA TXS TYA
`);
const dataDirectives = wordSet('BYTE DB DW WORD');
const directives = wordSet(`
  BANK BSS CODE DATA DEFCHR DS ELSE ENDIF ENDM ENDP ENDPROCGROUP FAIL FUNC IF IFDEF IFNDEF INCBIN INCCHR INCLUDE INESCHR
  INESMAP INESMIR INESPRG MACRO ORG PROC PROCGROUP RS RSSET ZP
`);

/** Assembly for the NES, as Nesasm reads it. */
export const nesasm: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/;.*/, Token.CommentSingle),
      rule(/[(),.[\]]/, Token.Punctuation),
      rule(/#?%[01]+/, Token.NumberBin),
      rule(/#?\$[\da-fA-F]+/, Token.NumberHex),
      rule(/#?\d+/, Token.Number),
      rule(/[~&*+=|?:<>/-]/, Token.Operator),
      rule(/#?\w+:?/, (run, [name]) => run.token(classOf(name.toUpperCase()), name)),
      rule(/#\(/, Token.Punctuation),
      rule(/"/, Token.String, 'string'),
      rule(/'\w'/, Token.StringChar),
      rule(/\\\??[\d@#]/, Token.NameBuiltin),
    ],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\"?/, Token.StringEscape),
      rule(/[^"\\]+/, Token.String),
    ],
  }),
};

function classOf(name: string): Token {
  if (instructions.has(name)) return Token.Keyword;
  if (dataDirectives.has(name)) return Token.KeywordType;
  return directives.has(name) ? Token.KeywordReserved : Token.NameFunction;
}
