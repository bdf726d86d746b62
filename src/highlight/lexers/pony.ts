import { type Lexer, rule, when, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const keywords = wordSet(`
  actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end error for fun if
  ifdef in interface is isnt lambda let match new not object primitive recover repeat return struct then this trait try
  type until use var where while with
`);
const capabilities = wordSet('box iso ref tag trn val');

const afterDigits = /[^\d_]/g;
const fraction = /\.|[eE][+-]?[\d_]/g;

/** Pony. Braces are errors, as in Rouge. */
export const pony: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/"""/, Token.StringDoc, 'doc string'),
      rule(/\/\/.*/, Token.CommentSingle),
      blockComment,
      rule(/"/, Token.String, 'string'),
      rule(/[~!%^&*+=|?:<>/-]/, Token.Operator),
      rule(/(?:true|false|NULL)\b/, Token.NameConstant),
      rule(/[A-Z_]\w*/, Token.NameClass),
      rule(/[()[\],.';]/, Token.Punctuation),
      rule(/0[xX](?:[\da-fA-F_]*\.[\da-fA-F_]+|[\da-fA-F_]+)[pP][+-]?[\d_]+[fFL]?i?/, Token.NumberFloat),
      when(
        (run) => run.meets(afterDigits, fraction),
        rule(/[\d_]+(?:\.[\d_]+[eE][+-]?[\d_]+|\.[\d_]*|[eE][+-]?[\d_]+)[fFL]?i?/, Token.NumberFloat),
      ),
      rule(/0[xX][\da-fA-F_]+/, Token.NumberHex),
      rule(/(?:0|[1-9][\d_]*)[LUu]?/, Token.NumberInteger),
      rule(/[a-z]\w*/, (run, [word]) => run.token(classOf(word), word)),
    ],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\(?:[\\abfnrtv"']|x[a-fA-F\d]{2,4}|[0-7]{1,3})/, Token.StringEscape),
      rule(/[^\\"\n]+|\\\n?/, Token.String),
    ],
    'doc string': [rule(/"""/, Token.StringDoc, '#pop'), rule(/[^"]+|"/, Token.StringDoc)],
  }),
};

function classOf(word: string): Token {
  if (capabilities.has(word)) return Token.KeywordDeclaration;
  return keywords.has(word) ? Token.KeywordReserved : Token.Name;
}
