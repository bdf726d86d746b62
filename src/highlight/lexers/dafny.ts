import { type Condition, type Lexer, type Rule, rule, when, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const types = wordSet(`
  ORDINAL array array? bool char imap int iset map multiset nat object object? real seq set string
`);
const keywords = wordSet(`
  abstract allocated assert assume break by calc case class codatatype const constructor datatype decreases downto else
  ensures exists expect export extends for forall fresh function ghost greatest if import include invariant iterator label
  least lemma match method modifies modify module nameonly new newtype old opened predicate print provides reads refines
  requires return returns reveal reveals static then this to trait twostate type unchanged var while witness yield yields
`);

/** A character that a name may go on with. */
const rest = "[0-9a-zA-Z_'?]";
const noMore = `(?!${rest})`;

/** Dafny. What is no valid literal is an error as a whole. */
export const dafny: Lexer = {
  states: () => ({
    root: [
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\*\//, Token.Error),
      ...texts,
      ...numbers,
      rule(new RegExp(`array(?:1\\d+|[2-9]\\d*)\\??${noMore}`), Token.KeywordType),
      rule(new RegExp(`bv(?:0|[1-9]\\d*)${noMore}`), Token.KeywordType),
      rule(new RegExp(`[0-9a-zA-Z?]${rest}*`), (run, [name]) => run.token(classOf(name), name)),
      rule(/[*!%&<>|^+=:./-]/, Token.Operator),
      rule(/[[\](){},;`]/, Token.Punctuation),
      rule(/\s/, Token.Text),
      rule(/./, Token.Error),
    ],
    comment: [
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/\/\*/, Token.CommentMultiline, '#push'),
      rule(/[^*/]+|[*/]/, Token.CommentMultiline),
    ],
  }),
};

const unicodeEscape = '\\\\u[\\da-fA-F]{4}';

const texts: readonly Rule[] = [
  rule(new RegExp(`'(?:[^\\\\'\\n\\r]|\\\\["'ntr\\\\0]|${unicodeEscape})'`), Token.StringChar),
  rule(/'[^'\n\r]*(?:'|$)/, Token.Error),
  rule(new RegExp(`"(?:[^\\\\"\\n\\r]|\\\\["'ntr\\\\0]|${unicodeEscape})*"`), Token.StringDouble),
  rule(/".*"|".*/, Token.Error),
  rule(/@"[^"]*(?:""[^"]*)*"/, Token.StringOther),
  rule(/@"[\s\S]*/, Token.Error),
];

/** Digits, an underscore at most between two of them. */
function digitsOf(digit: string): string {
  return `${digit}+(?:_${digit}+)*`;
}

const decimal = digitsOf('\\d');
const afterDigits = /[^\d_]/g;
const endOfDigits = /(?<=[\d_])(?![a-zA-Z'?\d_])/g;

/** Whether no name goes on behind the digits and underscores here. */
const digitsEnd: Condition = (run) => {
  const end = Math.min(run.next(afterDigits), run.text.length);
  return end === run.text.length || run.next(endOfDigits) === end;
};

const numbers: readonly Rule[] = [
  rule(new RegExp(`${decimal}\\.${decimal}${noMore}`), Token.NumberFloat),
  rule(new RegExp(`0b${digitsOf('[01]')}${noMore}`), Token.NumberBin),
  rule(new RegExp(`0b${rest}*`), Token.Error),
  rule(new RegExp(`0x${digitsOf('[\\da-fA-F]')}${noMore}`), Token.NumberHex),
  rule(new RegExp(`0x${rest}*`), Token.Error),
  rule(new RegExp(`${decimal}${noMore}`), Token.NumberInteger),
  rule(new RegExp(`_${noMore}`), Token.Name),
  when(digitsEnd, rule(new RegExp(`(?:_[0-9_]+|[0-9_]+_)${noMore}`), Token.Error)),
  rule(new RegExp(`\\d${rest}+`), Token.Error),
];

function classOf(name: string): Token {
  if (types.has(name)) return Token.KeywordType;
  if (name === 'true' || name === 'false' || name === 'null') return Token.KeywordConstant;
  if (name === 'as' || name === 'is' || name === 'in') return Token.OperatorWord;
  return keywords.has(name) ? Token.KeywordReserved : Token.Name;
}
