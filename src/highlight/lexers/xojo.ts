import { type Lexer, needs, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  addhandler aggregates array asc assigns attributes begin break byref byval call case catch class color const
  continue ctype declare delegate dim do downto each else elseif end enum event exception exit extends false finally
  for function global goto if implements inherits interface lib loop mod module new next nil object of optional
  paramarray private property protected public raise raiseevent rect redim removehandler return select shared soft
  static step sub super then to true try until using var wend while
`);
const types = words(`
  boolean byte cfstringref cgfloat cstring currency date datetime double int16 int32 int64 int8 integer ostype pair
  pstring ptr short single string structure uint16 uint32 uint64 uint8 uinteger ushort variant windowptr wstring
`);
const operators = words('addressof and as in is isa mod not or weakaddressof xor');
const noteEnd = /#tag EndNote/gi;

/** Xojo. Case does not count. */
export const xojo: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/rem\b.*/i, Token.CommentSingle),
      rule(/(?:\/\/|').*/, Token.CommentSingle),
      needs(noteEnd, rule(/#tag Note[\s\S]*?#tag EndNote/i, Token.CommentPreproc)),
      rule(/#.*/, Token.CommentPreproc),
      rule(/"[^"\n]*"/, Token.StringDouble),
      rule(/[(){}!,:]/, Token.Punctuation),
      rule(new RegExp(`${keywords}\\b`, 'i'), Token.Keyword),
      rule(new RegExp(`${types}\\b`, 'i'), Token.KeywordDeclaration),
      rule(new RegExp(`${operators}\\b`, 'i'), Token.Operator),
      rule(/[+-]?(?:\d+\.\d*|\.\d+)/, Token.NumberFloat),
      rule(/[+-]?\d+/, Token.NumberInteger),
      rule(/&[ch][\da-f]+/i, Token.NumberHex),
      rule(/&o[0-7]+/i, Token.NumberOct),
      rule(/\w[\w.]*\b/, Token.Text),
      rule(/[=><+\-*/\\]/, Token.Operator),
    ],
  }),
};
