import { type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const instructions = wordSet(`
  abcd add adda addi addq addx and andi asl asr bcc bchg bclr bcs beq bfchg bfclr bfests bfextu bfffo bfins bfset bftst
  bge bgt bhi bhs bkpt ble blo bls blt bmi bne bpl bra bse bsr btst bvc bvs callm cas cas2 chk chk2 clr cmp cmp2 cmpa cmpi
  cmpm dbcc dbcs dbeq dbf dbge dbgt dbhi dbhs dble dblo dbls dblt dbmi dbne dbpl dbra dbt dbvc dbvs divs divsl divu divul
  eor eori exg ext extb illegal jmp jsr lea link lsl lsr move move16 movea movem movep moveq muls mulu nbcd neg negx nop
  not or ori pack pea rol ror roxl roxr rtd rtm rtr rts sbcd scc scs seq sf sge sgt shi shs sle slo sls slt smi sne spl st
  sub suba subi subq subx svc svs swap tas trap trapcc trapv tst unlk unpk
`);
const dataDirectives = wordSet('dc dcb ds');
const directives = wordSet(`
  cargs cnop else elseif end endc endf endfunc endm endmain endproc endr equ equenv equr even fail fopt format fpu func ifc ifd
  ifeq ifge ifgt ifle iflt ifnc ifnd ifne iif incbin incdir include list listchar llen machine macro main mexit mmu narg
  nolist offset opt opword output page plen proc radix reg rept rsreset rsset section set spc subttl ttl
`);
const registers = wordSet('a0 a1 a2 a3 a4 a5 a6 a7 ccr d0 d1 d2 d3 d4 d5 d6 d7 pc ssp usp');

/** Assembly of Motorola's 68000 family. */
export const m68k: Lexer = {
  states: () => ({
    root: [
      rule(/^\*.*/, Token.CommentSingle),
      rule(/;.*/, Token.CommentSingle),
      rule(/\s+/, Token.Text),
      rule(/"/, Token.String, 'string'),
      rule(/#/, Token.NameDecorator),
      rule(/^\.?\w+:?/, Token.NameLabel),
      rule(/\.[bswl]\s/i, Token.NameDecorator),
      rule(/'(?:\\.|\\[0-7]{1,3}|\\x[a-f\d]{1,2}|[^\\'\n])'/i, Token.StringChar),
      rule(/\$[\da-f]+/i, Token.NumberHex),
      rule(/@[0-8]+/, Token.NumberOct),
      rule(/%[01]+/, Token.NumberBin),
      rule(/\d+/, Token.NumberInteger),
      rule(/[*~&+=|?:<>/-]/, Token.Operator),
      rule(/\\./, Token.CommentPreproc),
      rule(/[(),.]|\[[a-zA-Z\d]*\]/, Token.Punctuation),
      rule(/[a-zA-Z_]\w*/, lexName),
    ],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\(?:[\\abfnrtv"']|x[a-fA-F\d]{2,4}|[0-7]{1,3})/, Token.StringEscape),
      rule(/[^\\"\n]+|\\\n?/, Token.String),
    ],
  }),
};

function lexName(run: LexerRun, [text]: RegExpExecArray): void {
  run.token(tokenOf(text.toLowerCase()), text);
}

function tokenOf(name: string): Token {
  if (instructions.has(name)) return Token.Keyword;
  if (dataDirectives.has(name)) return Token.KeywordType;
  if (directives.has(name)) return Token.KeywordReserved;
  if (registers.has(name)) return Token.NameBuiltin;
  return /[a-z\d]/.test(name) ? Token.NameVariable : Token.Name;
}
