import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const keywords = wordSet(`
  altstep any2unistr bit2hex bit2int bit2oct bit2str break case char2int char2oct component const decvalue
  decvalue_o decvalue_unichar do else encvalue encvalue_o encvalue_unichar enum2int execute external float2int for
  function get_stringencoding goto group hex2bit hex2int hex2oct hex2str hostid if import int2bit int2char int2enum
  int2float int2hex int2oct int2str int2unichar isbound ischosen ispresent istemplatekind isvalue label lengthof
  module oct2bit oct2char oct2hex oct2int oct2str oct2unichar port receive regexp remove_bom replace return rnd
  select send setverdict signature sizeof start stop str2float str2hex str2int str2oct substr template testcase
  timer type unichar2int unichar2oct var while
`);
const reserved = wordSet(`
  all alt apply assert at configuration conjunct const control delta deterministic disjunct duration fail finished
  from fuzzy history implies inconc inv lazy mod mode notinv now omit onentry onexit par pass prev realtime seq
  setstate static stepsize stream timestamp until values wait
`);
const types = wordSet(`
  address anytype bitstring boolean charstring component enumerated float hexstring integer octetstring of port
  record set union universal
`);

/** Digits, of which two may have underscores between them. */
function digits(one: string): string {
  return `(?:${one}_+${one}|${one})+`;
}

const decimal = digits('\\d');

/** TTCN-3, the Testing and Test Control Notation. */
export const ttcn3: Lexer = {
  states: () => ({
    root: [
      rule(/module\b/, Token.KeywordDeclaration, 'module name'),
      rule(/import\b/, Token.KeywordNamespace, 'import'),
      include('statements'),
    ],
    'module name': [rule(/\s+/, Token.Text), rule(/[a-zA-Z_]\w*/, Token.NameClass, '#pop')],
    import: [rule(/\s+/, Token.Text), rule(/[\w.]+\*?/, Token.NameNamespace, '#pop')],

    statements: [
      rule(/[ \t\r\n]+|\\\n/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      blockComment,
      rule(/"/, Token.String, 'string'),
      rule(/'(?:\\.|[^\\]|\\u[\da-f]{4})'/, Token.StringChar),
      rule(new RegExp(`${decimal}\\.${decimal}(?:e${decimal})?[fd]?`, 'i'), Token.NumberFloat),
      rule(new RegExp(`'${digits('[01]')}'b`, 'i'), Token.NumberBin),
      rule(new RegExp(`'${digits('[\\da-f]')}'h`, 'i'), Token.NumberHex),
      rule(new RegExp(`'${digits('[0-7]')}'o`, 'i'), Token.NumberOct),
      rule(new RegExp(decimal), Token.NumberInteger),
      rule(/[~!%^&*+:=|?<>/-]/, Token.Operator),
      rule(/[()[\]{},.;]/, Token.Punctuation),
      rule(/(?:true|false|null)\b/, Token.NameBuiltin),
      rule(/[a-zA-Z_]\w*/, (run, [word]) => run.token(classOf(word), word)),
    ],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, Token.StringEscape),
      rule(/[^\\"\n]+|\\\n?/, Token.String),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  return reserved.has(word) ? Token.KeywordReserved : Token.Name;
}
