import { include, type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet('assert else error for if import importstr in local self super tailstrict then');
const constants = wordSet('false null true');
/** Names of the standard library. */
const builtins = wordSet(`
  abs acos asin assertEqual atan ceil char codepoint cos escapeStringBash escapeStringDollars escapeStringJson
  escapeStringPython exp exponent filter filterMap flattenArrays floor foldl foldr force format join length
  lines log makeArray manifestIni manifestPython manifestPythonVars mantissa map max min mod objectFields
  objectHas pow range set setDiff setInter setMember setUnion sin sort split sqrt stringChars substr tan
  thisFile toString type uniq
`);

/** Jsonnet. */
export const jsonnet: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/(?:\/\/|#).*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?/i, Token.NumberFloat),
      rule(/-?(?:0|[1-9]\d*)(?:e[+-]\d+)?/i, Token.NumberInteger),
      rule(/[{}:.,;+[\]=%()]/, Token.Punctuation),
      rule(/"/, Token.String, 'double quoted'),
      rule(/'/, Token.String, 'single quoted'),
      rule(/\|\|\|/, Token.String, 'block'),
      rule(/\$/, Token.Keyword),
      rule(/[a-zA-Z_]\w*/, (run, [name]) => run.token(classOf(name), name)),
    ],
    escape: [rule(/\\(?:u[\da-fA-F]{4}|.)/, Token.StringEscape)],
    'double quoted': [include('escape'), rule(/"/, Token.String, '#pop'), rule(/[^\\"]+/, Token.String)],
    'single quoted': [include('escape'), rule(/'/, Token.String, '#pop'), rule(/[^\\']+/, Token.String)],
    block: [include('escape'), rule(/\|\|\|/, Token.String, '#pop'), rule(/[^|\\]+|\|/, Token.String)],
  }),
};

function classOf(name: string): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (name === 'function') return Token.KeywordDeclaration;
  if (constants.has(name)) return Token.KeywordConstant;
  return builtins.has(name) ? Token.NameBuiltin : Token.NameOther;
}
