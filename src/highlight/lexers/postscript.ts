import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const builtins = wordSet(`
  abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix copy cos currentlinewidth
  currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict dictstackoverflow div dtransform dup end exch exec exit
  exp fill findfont floor get getinterval grestore gsave identmatrix idiv idtransform index invertmatrix itransform length
  lineto ln load log loop matrix mod moveto mul neg newpath pathbbox pathforall pop print pstack put quit rand rangecheck
  rcurveto repeat restore rlineto rmoveto roll rotate round run save scale scalefont setdash setfont setgray setlinecap
  setlinejoin setlinewidth setmatrix setrgbcolor shfill show showpage sin sqrt stack stringwidth stroke strokepath sub
  syntaxerror transform translate truncate typecheck undefined undefinedfilename undefinedresult
`);
const keywords = wordSet('and eq for forall ge gt if ifelse le lt ne not or');
const constants = wordSet('false true');

const real = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE]\d+)?`;
const number = new RegExp(`^${real}$`);
const numberWithBase = new RegExp(`^\\d+#${real}$`);

const delimiters = '()<>[\\]{}/%\\s';
const delimiter = /[()<>[\]{}/% \t-\r]/g;
/** A word is one only if something ends it. */
const word = `[^${delimiters}]+(?=[${delimiters}])`;

/** PostScript. Every number without a base is a float, as in Rouge. */
export const postscript: Lexer = {
  detect: ({ text }) => /(?:^|\n)%!/.test(text),
  states: () => ({
    root: [
      rule(/^%!.+/, Token.CommentPreproc),
      rule(/%%.*/, Token.CommentSpecial),
      rule(/%.*/, Token.CommentSingle),
      rule(/\(/, Token.String, 'string'),
      rule(new RegExp(`/${word}`), Token.NameVariable),
      rule(/[{}<>[\]]/, Token.Punctuation),
      needs(
        delimiter,
        rule(new RegExp(word), (run, [text]) => run.token(classOf(text), text)),
      ),
      rule(/\s+/, Token.Text),
    ],
    string: [
      rule(/[^()\\]+/, Token.String),
      rule(/\\/, Token.StringEscape, 'escape'),
      rule(/\(/, Token.String, '#push'),
      rule(/\)/, Token.String, '#pop'),
    ],
    escape: [rule(/[0-8]{3}|[nrtbf\\()]/, Token.StringEscape, '#pop')],
  }),
};

function classOf(text: string): Token {
  if (builtins.has(text)) return Token.NameBuiltin;
  if (keywords.has(text)) return Token.KeywordReserved;
  if (constants.has(text)) return Token.KeywordConstant;
  if (numberWithBase.test(text)) return Token.NumberOct;
  return number.test(text) ? Token.NumberFloat : Token.NameFunction;
}
