import { type Lexer, quotedString, rule, wordSet, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet('if else for while repeat in next break function');
const constants = wordSet('NULL Inf TRUE FALSE NaN NA NA_integer_ NA_real_ NA_complex_ NA_character_');
const builtins = wordSet('LETTERS letters month.abb month.name pi T F');

/** Functions of `base` that are primitive. A dot in a name stands for any character, as in Rouge. */
const primitives = words(`
  abs acos acosh all any anyNA Arg as.call as.character as.complex as.double as.environment as.integer as.logical
  as.null.default as.numeric as.raw asin asinh atan atanh attr attributes baseenv browser c call ceiling class Conj cos
  cosh cospi cummax cummin cumprod cumsum digamma dim dimnames emptyenv exp expression floor forceAndCall gamma gc.time
  globalenv Im interactive invisible is.array is.atomic is.call is.character is.complex is.double is.environment
  is.expression is.finite is.function is.infinite is.integer is.language is.list is.logical is.matrix is.na is.name
  is.nan is.null is.numeric is.object is.pairlist is.raw is.recursive is.single is.symbol lazyLoadDBfetch length lgamma
  list log max min missing Mod names nargs nzchar oldClass on.exit pos.to.env proc.time prod quote range Re rep
  retracemem return round seq.int seq_along seq_len sign signif sin sinh sinpi sqrt standardGeneric substitute sum
  switch tan tanh tanpi tracemem trigamma trunc unclass untracemem UseMethod xtfrm
`);

const name = String.raw`(?:\p{Alphabetic}|\.[._\p{Alphabetic}])[._\p{Alphabetic}\p{Nd}]*|\.`;

/** R. A primitive function is one only where it is called. */
export const r: Lexer = {
  detect: (source) => source.hasShebang('Rscript'),
  states: () => ({
    root: [
      rule(/#'.*/, Token.CommentDoc),
      rule(/#.*/, Token.CommentSingle),
      rule(/\s+/, Token.Whitespace),
      rule(/`[^`]+`/, Token.Name),
      quotedString("'", Token.StringSingle),
      quotedString('"', Token.StringDouble),
      rule(/%[^%]*%/, Token.Operator),
      rule(/0[xX][\da-fA-F]+(?:[pP]\d+)?[Li]?/, Token.NumberHex),
      rule(/[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[Li]?/, Token.Number),
      rule(new RegExp(`${primitives}(?=\\()`), Token.NameFunction),
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word), word)),
      rule(/[[\]{}();,]/, Token.Punctuation),
      rule(/[-<>?*+^/!=~$@:%&|]/, Token.Operator),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (constants.has(word)) return Token.KeywordConstant;
  return builtins.has(word) ? Token.NameBuiltin : Token.Name;
}
