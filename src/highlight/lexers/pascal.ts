import { type Lexer, needs, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  absolute abstract all and and_then array as asm assembler attribute begin bindable case class const
  constructor delay destructor div do downto else end except exit export exports external far file
  finalization finally for forward function goto if implementation import in inc index inherited
  initialization inline interface interrupt is label library message mod module near nil not object of on only
  operator or or_else otherwise out overload override packed pascal pow private procedure program property
  protected public published qualified raise read record register repeat resident resourcestring restricted
  safecall segment set shl shr stdcall stored string then threadvar to try type unit until uses value var view
  virtual while with write writeln xor
`);

const types = words(`
  ansichar ansistring bool boolean byte bytebool cardinal char comp currency double dword extended int64
  integer iunknown longbool longint longword pansichar pansistring pbool pboolean pbyte pbytearray pcardinal
  pchar pcomp pcurrency pdate pdatetime pdouble pdword pextended phandle pint64 pinteger plongint plongword
  pointer ppointer pshortint pshortstring psingle psmallint pstring pvariant pwidechar pwidestring pword
  pwordarray pwordbool real real48 shortint shortstring single smallint tclass tdate tdatetime textfile
  thandle tobject ttime variant widechar widestring word wordbool
`);

/** Pascal, of Turbo's, Delphi's and Free Pascal's kinds. */
export const pascal: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/(?:\/\/|--).*\n?/, Token.CommentSingle),
      needs('*)', rule(/\(\*.*?\*\)/s, Token.CommentMultiline)),
      needs('}', rule(/\{.*?\}/s, Token.CommentMultiline)),
      rule(/(?:0[xX][\da-fA-F]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:UL|ul|[FLUflu])?/, Token.Number),
      rule(/\$[\da-fA-F]+/, Token.NumberHex),
      rule(/[~!@#$%^&*()+`\-={}[\]:;<>?,./|\\]/, Token.Punctuation),
      rule(/'[^']*(?:''[^']*)*'/, Token.String),
      rule(/(?:true|false|nil)\b/i, Token.NameBuiltin),
      rule(new RegExp(`${keywords}\\b`, 'i'), Token.Keyword),
      rule(new RegExp(`${types}\\b`, 'i'), Token.KeywordType),
      rule(/@?[_a-z]\w*/i, Token.Name),
    ],
  }),
};
