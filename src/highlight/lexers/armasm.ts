import { type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const preprocessor = words('define elif else endif error if ifdef ifndef include line pragma undef warning');

const directives = words(String.raw`
  ALIAS ALIGN AOF AOUT AREA ARM ASSERT ATTR CN CODE16 CODE32 COMMON CP DATA DCB DCD DCDO DCDU DCFD DCFDU DCFH
  DCFHU DCFS DCFSU DCI DCI.N DCI.W DCQ DCQU DCW DCWU DN ELIF ELSE END ENDFUNC ENDIF ENDP ENTRY EQU EXPORT
  EXPORTAS EXTERN FIELD FILL FN FRAME FUNCTION GBLA GBLL GBLS GLOBAL IF IMPORT INFO KEEP LCLA LCLL LCLS LEADR
  LEAF LTORG MACRO MAP MEND MEXIT NOFP OPT ORG PRESERVE8 PROC QN RELOC REQUIRE REQUIRE8 RLIST RN ROUT SETA
  SETL SETS SN SPACE STRONG SUBT THUMB THUMBX TTL WEND WHILE [|!#*=%&^] \[ \]
`);

const conditionsAndShifts = words(`
  AL ASR CC CS EQ GE GT HI HS LE LO LS LSL LSR LT MI NE PL ROR RRX VC VS al asr cc cs eq ge gt hi hs le lo ls
  lsl lsr lt mi ne pl ror rrx vc vs
`);

const variables = words(`
  ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU INPUTFILE INTER
  LINENUM LINENUMUP LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET REENTRANT ROPI RWPI TRUE VAR
`);

const operators = words(`
  AND BASE CC CC_ENCODING CHR DEF EOR FATTR FEXEC FLOAD FSIZE INDEX LAND LEFT LEN LEOR LNOT LOR LOWERCASE MOD
  NOT OR RCONST REVERSE_CC RIGHT ROL ROR SHL SHR STR TARGET_ARCH_[0-9A-Z_]+ TARGET_FEATURE_[0-9A-Z_]+
  TARGET_FPU_[A-Z_] TARGET_PROFILE_[ARM] UAL UPPERCASE
`);

const substitution = rule(/\$[a-z]\w*\.?/i, Token.NameNamespace);

/** Assembly for Arm's own assembler: a label at the start of a line, then an instruction, then its arguments. */
export const armasm: Lexer = {
  states: () => ({
    root: [
      rule(/\n/, Token.Text),
      rule(new RegExp(`^([ \\t]*)(#[ \\t]*(?:${preprocessor}(?:[ \\t].*)?)?)(\\n)`), [
        Token.Text,
        Token.CommentPreproc,
        Token.Text,
      ]),
      rule(/[ \t]+/, Token.Text, 'instruction'),
      rule(/;.*/, Token.Comment),
      rule(/\$[a-z_]\w*\.?/i, Token.NameNamespace),
      rule(/\w+|\|[^|\n]+\|/, Token.NameLabel),
    ],

    // All capitals or all small letters are an instruction; there are too many to list.
    instruction: [
      rule(/\n/, Token.Text, '#pop'),
      rule(/[ \t]+/, Token.Text, ['#pop', 'arguments']),
      rule(/;.*/, Token.Comment, '#pop'),
      rule(/(?:BIN|GET|INCBIN|INCLUDE|LNK)\b/, Token.Keyword, ['#pop', 'file']),
      rule(new RegExp(`${directives}(?=[; \\t\\n])`), Token.Keyword),
      rule(
        /(?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b/,
        Token.NameBuiltin,
      ),
      rule(/[a-z_]\w*|\|[^|\n]+\|/i, Token.NameFunction),
      substitution,
    ],

    arguments: [
      rule(/\n/, Token.Text, '#pop'),
      rule(/[ \t]+/, Token.Text),
      rule(/;.*/, Token.Comment, '#pop'),
      rule(new RegExp(`${conditionsAndShifts}\\b`), Token.NameBuiltin),
      rule(/[a-z_]\w*|\|[^|\n]+\|/i, Token.NameVariable),
      rule(/%[bf]?[at]?\d+(?:[a-z_]\w*)?/i, Token.NameLabel),
      rule(/(?:&|0x)[\da-f]+(?!p)/i, Token.NumberHex),
      rule(/(?:&|0x)[.\da-f]+(?:p[-+]?\d+)?|0f_[\da-f]{8}|0d_[\da-f]{16}/i, Token.NumberFloat),
      rule(new RegExp(`(?:${inBases('')}|\\d+)(?!e)`, 'i'), Token.NumberInteger),
      rule(new RegExp(`(?:${inBases('.')}|[.\\d]+)(?:e[-+]?\\d+)?`, 'i'), Token.NumberFloat),
      rule(/[@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d])/, Token.Operator),
      rule(new RegExp(`[.@]|\\{${variables}\\}`), Token.NameConstant),
      rule(new RegExp(`[-!#%&()*+,/<=>?^{|}[\\]]|:${operators}:`), Token.Operator),
      substitution,
      rule(/'/, Token.StringChar, ['#pop', 'single quoted']),
      rule(/"/, Token.StringDouble, ['#pop', 'double quoted']),
    ],

    'single quoted': quoted("'", Token.StringChar),
    'double quoted': quoted('"', Token.StringDouble),
    file: [
      rule(/\n/, Token.Text, '#pop'),
      rule(/\$\$/, Token.StringOther),
      substitution,
      rule(/[^$\n]+/, Token.StringOther),
    ],
  }),
};

/** Numbers in base 2 to 9 (`2_1010`), with a point in them or not. */
function inBases(point: string): string {
  return [2, 3, 4, 5, 6, 7, 8, 9].map((base) => `${base}_[${point}0-${base - 1}]+`).join('|');
}

function quoted(quote: string, token: Token) {
  return [
    rule(/\n/, Token.Text, '#pop'),
    rule(/\$\$/, token),
    substitution,
    rule(new RegExp(quote), token, ['#pop', 'arguments']),
    rule(new RegExp(`[^$${quote}\\n]+`), token),
  ];
}
