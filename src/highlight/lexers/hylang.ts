import { type Lexer, quotedString, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  False None True and as assert break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try
`);

const builtins = wordSet(`
  != % %= * ** **= *= *map + += , - -= -> ->> . / // //= /= < << <<= <= = > >= >> >>= accumulate apply as->
  assoc butlast calling-module-name car cdr chain coll? combinations comp complement compress cond cons cons?
  constantly count cut cycle dec defclass defmacro defmacro! defmacro/g! defmain defn defreader dict-comp
  disassemble dispatch-reader-macro distinct do doto drop drop-last drop-while empty? eval eval-and-compile
  eval-when-compile even? every? filter first flatten float? fn for* fraction genexpr gensym get group-by
  identity if* if-not if-python2 inc input instance? integer integer-char? integer? interleave interpose
  islice iterable? iterate iterator? juxt keyword keyword? last let lif lif-not list* list-comp macro-error
  macroexpand macroexpand-1 map merge-with multicombinations name neg? none? not-in not? nth numeric? odd?
  partition permutations pos? product quasiquote quote range read read-str reduce remove repeat repeatedly
  require rest second set-comp setv some string string? symbol? take take-nth take-while tee unless unquote
  unquote-splicing when with* with-decorator with-gensyms xor yield-from zero? zip zip-longest
`);

const name = '[\\w!$%*+,<=>?/.-]+';

/** Hy, Python in parentheses. The first name of a list is a function. */
export const hylang: Lexer = {
  states: () => ({
    root: [
      rule(/;.*/, Token.CommentSingle),
      rule(/\s+/, Token.Whitespace),
      rule(/-?\d+\.\d+/, Token.NumberFloat),
      rule(/-?\d+/, Token.NumberInteger),
      quotedString('"', Token.String),
      rule(/'[\w!#$%*+,<=>?/.-]+/, Token.StringSymbol),
      rule(/::?[\w!#$%*+,<=>?/.-]+/, Token.NameConstant),
      rule(/\\./, Token.StringChar),
      rule(/~@|[`'#^~&@]/, Token.Operator),
      rule(new RegExp(`(\\()(\\s*)(${name})`), (run, [, parenthesis, space, word]) => {
        run.token(Token.Punctuation, parenthesis);
        run.token(Token.Whitespace, space);
        run.token(classOf(word!, Token.NameFunction), word);
      }),
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word, Token.Name), word)),
      rule(/[[\]{}()]/, Token.Punctuation),
    ],
  }),
};

function classOf(word: string, otherwise: Token): Token {
  if (keywords.has(word)) return Token.Keyword;
  return builtins.has(word) ? Token.NameBuiltin : otherwise;
}
