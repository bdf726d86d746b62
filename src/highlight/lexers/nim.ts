import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Nim takes underscores anywhere in its words. */
function anyUnderscores(words: string): string {
  const spread = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/./g, '$&_?'));
  return `(?:${spread.join('|')})\\b`;
}

const keywords = anyUnderscores(`
  addr as asm atomic bind block break case cast const continue converter defer discard distinct do elif else end enum
  except export func finally for from generic if import include interface iterator let macro method mixin nil object of
  out proc ptr raise ref return static template try tuple type using var when while with without yield
`);
const operatorWords = anyUnderscores('and or not xor shl shr div mod in notin is isnot');
const types = anyUnderscores(`
  int int8 int16 int32 int64 float float32 float64 bool char range array seq set string
`);

const name = String.raw`(?![_\d])\w(?:(?!_)\w|_(?!_)\w)*`;

/** Nim. A word right before a quote makes the string a raw one. */
export const nim: Lexer = {
  states: () => ({
    root: [
      rule(/##.*/, Token.StringDoc),
      rule(/#.*/, Token.Comment),
      rule(/[*=><+\-/@$~&%!?|\\[\]]/, Token.Operator),
      rule(/\.\.|[.,]|\{\.|\(\.|[{}():^`;]/, Token.Punctuation),
      rule(/\w+"/, Token.String, 'raw string'),
      rule(/"""/, Token.String, 'long string'),
      rule(/"/, Token.String, 'string'),
      rule(/'/, Token.StringChar, 'character'),
      rule(new RegExp(operatorWords), Token.OperatorWord),
      rule(/p_?r_?o_?c_?\s(?![([\]])/, Token.Keyword, 'function name'),
      rule(new RegExp(keywords), Token.Keyword),
      rule(new RegExp(types), Token.KeywordType),
      rule(new RegExp(anyUnderscores('nil true false')), Token.KeywordPseudo),
      rule(new RegExp(name), Token.Name),
      rule(/[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))/, Token.NumberFloat, ['float suffix', 'fraction']),
      rule(/0[xX][a-fA-F0-9][a-fA-F0-9_]*/, Token.NumberHex, 'integer suffix'),
      rule(/0[bB][01][01_]*/, Token.Number, 'integer suffix'),
      rule(/0o[0-7][0-7_]*/, Token.NumberOct, 'integer suffix'),
      rule(/[0-9][0-9_]*/, Token.NumberInteger, 'integer suffix'),
      rule(/\s+/, Token.Text),
      rule(/.+/, Token.Error),
    ],
    'function name': [
      rule(new RegExp(name), Token.NameFunction, '#pop'),
      rule(/`.+`/, Token.NameFunction, '#pop'),
    ],

    character: [
      rule(/\\(?:[\\abcefnrtvl"']|x[a-fA-F0-9]{2}|[0-9]{1,3})/, Token.StringEscape),
      rule(/'/, Token.StringChar, '#pop'),
      rule(/./, Token.StringChar),
    ],
    'string parts': [rule(/\$[\w#]+/, Token.StringInterpol), rule(/[^\\'"$\n]+|['"\\$]/, Token.String)],
    string: [
      rule(/\\(?:[\\abcefnrtvl"']|\n|x[a-fA-F0-9]{2}|[0-9]{1,3})/, Token.StringEscape),
      rule(/"/, Token.String, '#pop'),
      include('string parts'),
    ],
    'raw string': [
      rule(/"(?!")/, Token.String, '#pop'),
      rule(/"/, Token.StringEscape, '#pop'),
      include('string parts'),
    ],
    'long string': [
      rule(/"""(?!")/, Token.String, '#pop'),
      include('string parts'),
      rule(/\n/, Token.String),
    ],

    fraction: [
      rule(/\.(?!\.)[0-9_]*/, Token.NumberFloat),
      rule(/[eE][+-]?[0-9][0-9_]*/, Token.NumberFloat),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'float suffix': [rule(/'?[fF](?:32|64)/, Token.NumberFloat), rule(/(?:)/, Token.Text, '#pop')],
    'integer suffix': [
      rule(/'?[iI](?:32|64)/, Token.NumberIntegerLong),
      rule(/'?[iI](?:8|16)|'?[uU]/, Token.NumberInteger),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  }),
};
