import { type Lexer, needs, type Rule, rule, when, wordEnds, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const functions = wordSet(`
  abs acos aggregate allnodes apply asin assert asstring atan ave build buildindex catch choose choosen choosesets
  clustersize combine correlation cos cosh count covariance cron dataset dedup define denormalize dictionary
  distribute distributed distribution enth error evaluate event eventextra eventname exists exp failcode failmessage
  fetch fromunicode fromxml getenv getisvalid global graph hash hashcrc having httpcall httpheader if iff index
  intformat isvalid iterate join keydiff keypatch keyunicode length library ln loadxml log loop map matched
  matchlength matchposition matchtext matchunicode max merge mergejoin min nofold nolocal nonempty normalize nothor
  notify output parallel parse power preload process project pull random range rank ranked realformat recordof
  regexfind regexreplace regroup rejected rollup round roundup row rowdiff sample sequential sin sinh sizeof soapcall
  sort sorted sqrt stepped stored sum table tan tanh thisnode topn tounicode toxml transfer truncate typeof ungroup
  variance wait which workunit xmldecode xmlencode xmltext xmlunicode
`);
const keywords = wordSet(`
  _token after all and any as atmost before best between case cluster compressed compression const counter csv default
  descend encoding encrypt end endmacro enum escape except exclusive expire export extend fail few fileposition first
  flat forward from full function functionmacro group heading hole ifblock import in inner interface internal joined
  keep keyed last left limit literal load local locale lookup lzw many maxcount maxlength module mofn multiple named
  namespace nocase noroot noscan nosort not noxpath onfail only opt or outer overwrite packed partition penalty
  physicallength pipe prefetch quote repeat retry return right rows rowset scan scope self separator service shared
  skew skip smart soapaction sql stable store terminator thor threshold timelimit timeout transform trim type
  unicodeorder unordered unsorted unstable update use validate virtual whole width wild within wnotrim xml xpath
`);
const directives = wordSet(`
  append apply break constant debug declare demangle else elseif end endregion error expand export exportxml for
  forall getdatatype if ifdefined inmodule isdefined isvalid line link loadxml loop mangle onwarning option region set
  stored text trace uniquename warning webservice workunit
`);
const types = wordSet(`
  ascii big_endian boolean data decimal ebcdic grouped integer linkcounted of pattern qstring real record rule set
  streamed string token udecimal unicode unsigned utf8 varstring varunicode
`);
/** Types that may have a length. */
const sizedTypes = wordSet('data qstring string unicode utf8 varstring varunicode');

const modules = wordSet('audit blas date file math metaphone metaphone3 str system uni');
const systemModules = wordSet('debug email job log thorlib util workunit');

/** ECL, the language of HPCC Systems, in any case. Types end with a number of bytes. */
export const ecl: Lexer = {
  states: () => ({
    root: [
      rule(/\n+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/[ \t\r]+|\\\n/, Token.Text),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/[xDQUV]?'[^'\\]*(?:\\.[^'\\]*)*'/, Token.StringSingle),
      rule(/\\(?:x\\hh|[0-2][0-7]{0,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)/, Token.Text),
      rule(/(?:and|not|or|in)\b/i, Token.OperatorWord),
      rule(/:=|[<>/\\+=-]/, Token.Operator),
      rule(/[[\]{}();,&.%]/, Token.Punctuation),
      needs(/endc\+\+/gi, rule(/beginc\+\+.*?endc\+\+/is, Token.StringSingle)),
      needs(/endembed/gi, rule(/embed.*?endembed/is, Token.StringSingle)),
      when(
        (run) => run.meets(afterWord, secondWord),
        rule(/(\w+)\.(\w+)\.(\w+)/, (run, match) => run.token(classOfPath(match), match[0])),
      ),
      rule(/u?decimal\d+(?:_\d+)?\b/i, Token.KeywordType),
      ...numbers,
      rule(/#[a-z_]\w*\b/i, (run, [text]) => {
        const isKnown = directives.has(text.slice(1).toLowerCase());
        run.token(isKnown ? Token.KeywordType : Token.Error, text);
      }),
      when(wordEnds, rule(/[a-z_]\w*/i, lexName)),
    ],
  }),
};

const afterWord = /[^\w]/g;
const secondWord = /(?<=\w)\.\w+\.\w/g;

function classOfPath([, library, module, part]: RegExpExecArray): Token {
  const isKnown = library === 'std' && modules.has(module!) && systemModules.has(part!);
  return isKnown ? Token.NameClass : Token.NameVariable;
}

const numbers: readonly Rule[] = [
  rule(/\d+\.\d+(?:e[+-]?\d+)?/i, Token.NumberFloat),
  rule(/0?x[\da-f]+|0[\da-f]+x/i, Token.NumberHex),
  rule(/0[bB][01]+|[01]+[bB]/, Token.NumberBin),
  rule(/\d+/, Token.NumberInteger),
];

function lexName(run: LexerRun, [text]: RegExpExecArray): void {
  const name = text.toLowerCase();
  let start = name.length;
  while (/\d/.test(name[start - 1]!)) start--;
  run.token(classOf(name, name.slice(0, start), name.slice(start)), text);
}

/** A name's token; `base` and `digits` are its parts. */
function classOf(name: string, base: string, digits: string): Token {
  if ((digits !== '' && sizedTypes.has(base)) || types.has(name)) return Token.KeywordType;
  if (keywords.has(name)) return Token.Keyword;
  if (functions.has(name)) return Token.NameFunction;
  if (hasSize(base, digits)) return Token.KeywordType;
  return name === 'true' || name === 'false' ? Token.KeywordConstant : Token.NameOther;
}

function hasSize(base: string, digits: string): boolean {
  const size = Number(digits);
  if (digits === '') return false;
  if (base === 'integer' || base === 'unsigned') return size >= 1 && size <= 8;
  return base === 'real' && (size === 4 || size === 8);
}
