import { include, type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const functions = words(String.raw`
  ABS ACS ADVAL ASC ASN ATN BEAT BEATS BGET# CHR\$ COS COUNT DEG DIM EOF# ERL ERR EVAL EXP EXT# FN GET GET\$ GET\$# HIMEM
  INKEY INKEY\$ INSTR INT LEFT\$ LEN LN LOG LOMEM MID\$ OPENIN OPENOUT OPENUP PAGE POINT POS PTR# RAD REPORT\$ RIGHT\$
  RND SGN SIN SQR STR\$ STRING\$ SUM TAN TEMPO TIME TIME\$ TOP USR VAL VPOS
`);
const statements = words(`
  BEATS BPUT# CALL CASE CHAIN CLEAR CLG CLOSE# CLS COLOR COLOUR DATA ELSE END ENDCASE ENDIF ENDPROC ENDWHILE ENVELOPE
  FOR GCOL GOSUB GOTO IF INSTALL LET LIBRARY MODE NEXT OF OFF ON ORIGIN OSCI OTHERWISE OVERLAY PLOT PRINT PRINT# PROC
  QUIT READ REPEAT REPORT RETURN SOUND STEP STEREO STOP SWAP SYS THEN TINT TO UNTIL VDU VOICE VOICES WAIT WHEN WHILE
  WIDTH
`);
/** Statements with a second word, and those that are functions before a parenthesis. */
const longStatements = [
  'CIRCLE(?: *FILL)?',
  'DEF *(?:FN|PROC)',
  'DIM(?!\\()',
  'DRAW(?: *BY)?',
  'ELLIPSE(?: *FILL)?',
  'ERROR(?: *EXT)?',
  'FILL(?: *BY)?',
  'INPUT(?:#| *LINE)?',
  'LINE(?: *INPUT)?',
  'LOCAL(?: *DATA| *ERROR)?',
  'MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?',
  'MOVE(?: *BY)?',
  'POINT(?: *BY)?(?!\\()',
  'RECTANGE(?: *FILL)?',
  'RESTORE(?: *DATA| *ERROR)?',
  'TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)?',
].join('|');

const { Keyword, Punctuation, Text } = Token;

/** BBC BASIC. Its words need no space around them; what is in brackets is assembly, a statement at a time. */
export const bbcbasic: Lexer = {
  states: () => ({
    root: [
      rule(/(:+)( *)(\*)(.*)/, [Punctuation, Text, Keyword, Text]),
      rule(/(\n+ *)(\*)(.*)/, [Text, Keyword, Text]),
      rule(/(ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*)/, [Keyword, Text, Keyword, Text]),
      rule(/[ \n]+/, Text),
      rule(/:+/, Punctuation),
      rule(/\[/, Keyword, 'assembly'),
      rule(/REM *>.*/, Token.CommentSpecial),
      rule(/REM.*/, Token.Comment),
      rule(new RegExp(`${statements}|${longStatements}`), Keyword),
      include('expression'),
      rule(/[,;'~]/, Punctuation),
    ],
    expression: [
      rule(new RegExp(functions), Token.NameBuiltin),
      rule(/[-<>!$()*+/=?^|]|AND|DIV|EOR|MOD|NOT|OR/, Token.Operator),
      rule(/FALSE|TRUE/, Token.NameConstant),
      rule(/"[^"]*"/, Token.String),
      rule(/[a-z_`][\w`]*[$%]?/i, Token.NameVariable),
      rule(/@%/, Token.NameVariable),
      rule(/[\d.]+/, Token.Number),
      rule(/%[01]+/, Token.NumberBin),
      rule(/&[\da-fA-F]+/, Token.NumberHex),
    ],

    assembly: [
      rule(/ +/, Text),
      rule(/\]/, Keyword, '#pop'),
      rule(/[:\n]/, Punctuation),
      rule(/\.[a-z_`][\w`]*%? */i, Token.NameLabel),
      rule(/(?:REM|;)[^:\n]*/, Token.Comment),
      rule(/[^ :\n]+/, Keyword, 'operands'),
    ],
    operands: [
      rule(/ +/, Text),
      rule(/[:\n]/, Punctuation, '#pop'),
      rule(/(?:REM|;)[^:\n]*/, Token.Comment, '#pop'),
      include('expression'),
      rule(/[!#,@[\]^{}]/, Punctuation),
    ],
  }),
};
