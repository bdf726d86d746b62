import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const keywords = wordSet(`
  ann annotation any constraint else endif for forall function if include list maximize minimize of op output par
  predicate record satisfy solve test then type var where
`);
const types = wordSet('array bool enum float int set string tuple');
const builtins = wordSet(`
  abort abs acosh array1d array2d array3d array4d array5d array6d array_intersect array_union asin assert atan bool2int
  card ceil concat cos cosh dom dom_array dom_size exp fix floor index_set index_set_1of2 index_set_1of3 index_set_2of2
  index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln log log10 log2 max min pow product round
  set2array show show_float show_int sin sinh sqrt sum tan tanh trace ub ub_array
`);
const operators = wordSet('diff in intersect subset superset symdiff union');

/** MiniZinc. A name that starts with an operator (`nothing`) is cut in two, as in Rouge. */
export const minizinc: Lexer = {
  states: () => ({
    root: [
      rule(/\s+|\\\n/, Token.Whitespace),
      rule(/%.*/, Token.CommentSingle),
      blockComment,
      rule(/"(?:[^"\\]|\\\\|\\(?!\\)"?)*"/, Token.String),
      rule(/not|xor|div|mod|<->|->|<-|\\\/|\/\\|[<>]=?|==?|!=|\.\.|[-+*/\\]/, Token.Operator),
      rule(/[|()[\]{},:;]/, Token.Punctuation),
      rule(/(?:true|false)\b/, Token.KeywordConstant),
      rule(/\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?/, Token.Number),
      rule(/[$a-zA-Z_]\w*/, (run, [name]) => run.token(classOf(name), name)),
    ],
  }),
};

function classOf(name: string): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (types.has(name)) return Token.KeywordType;
  if (builtins.has(name)) return Token.NameBuiltin;
  return operators.has(name) ? Token.Operator : Token.NameOther;
}
