import { afterSpace, type Lexer, needs, rule, when, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  abstract annotation as break by catch class companion const constructor continue crossinline do dynamic else enum
  external false final finally for fun get if import in infix inline inner interface internal is lateinit noinline null
  object open operator out override package private protected public reified return sealed set super suspend tailrec
  this throw true try typealias typeof val var vararg when where while yield
`);

const nameRest = String.raw`[-\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}\p{Nd}\p{Pc}\p{Cf}\p{Mn}\p{Mc}]*`;
const className = `\`?\\p{Lu}${nameRest}\`?`;
const name = `\`?[_\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}]${nameRest}\`?`;

/** Cut at 400, so that a run of zeros is not read to its end from each of them. */
const digits = '(?:[0-9][0-9_]{0,400}[0-9]|[0-9])';
const exponent = `[eE][+-]?${digits}`;
const float = `(?:(?:${digits})?\\.${digits}(?:${exponent})?|${digits}${exponent})`;

const { Text, Keyword, KeywordDeclaration, Punctuation } = Token;

/** Kotlin. What starts with a capital is a class, a name before `(` or `{` a function. */
export const kotlin: Lexer = {
  states: () => ({
    root: [
      rule(/(companion)(\s+)(object)\b/, [Keyword, Text, Keyword]),
      rule(/(class|data\s+class|interface|object)(\s+)/, [KeywordDeclaration, Text], 'class'),
      rule(/(fun)(\s+)/, [Keyword, Text], 'function'),
      rule(/(package|import)(\s+)/, [Keyword, Text], 'package'),
      rule(/(val|var)(\s+)(\()/, [KeywordDeclaration, Text, Punctuation], 'destructuring'),
      rule(/(val|var)(\s+)/, [KeywordDeclaration, Text], 'property'),
      rule(new RegExp(`(return|continue|break|this|super)(@${name})?\\b`), [Keyword, Token.NameDecorator]),
      rule(new RegExp(`${keywords}\\b`), Keyword),
      when(afterSpace('['), rule(/^\s*\[.*?\]/, Token.NameAttribute)),
      rule(/[^\S\n]+|\n|\\\n/, Text),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\/\*.*\*\//, Token.CommentMultiline),
      rule(/\/\*.*/, Token.CommentMultiline, 'comment'),
      rule(/(::)(class)/, [Token.Operator, Keyword]),
      rule(/::|!!|\?[:.]|\.\./, Token.Operator),

      rule(new RegExp(`${float}[fF]?|${digits}[fF]`), Token.NumberFloat),
      rule(/0[bB](?:[01][01_]*[01]|[01])[uU]?L?/, Token.NumberBin),
      rule(/0[xX](?:[\da-fA-F][\da-fA-F_]*[\da-fA-F]|[\da-fA-F])[uU]?L?/, Token.NumberHex),
      rule(/(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?/, Token.NumberInteger),

      rule(/[~!%^&*()+=|[\]:;,.<>/?{}-]/, Punctuation),
      rule(/@"(?:[^"]|"")*"/, Token.String),
      needs('"""', rule(/""".*?"""/s, Token.String)),
      rule(/"(?:[^"\\\n]|\\[^\n])*\\?["\n]/, Token.String),
      rule(/'(?:\\.|[^\\])'/, Token.StringChar),

      rule(new RegExp(`@${className}`), Token.NameDecorator),
      rule(new RegExp(`(${className})(<)`), [Token.NameClass, Punctuation], 'type parameters'),
      rule(new RegExp(className), Token.NameClass),
      rule(new RegExp(`${name}(?=\\s*[({])`), Token.NameFunction),
      rule(new RegExp(`${name}@`), Token.NameDecorator),
      rule(new RegExp(name), Token.Name),
    ],

    package: [rule(/\S+/, Token.NameNamespace, '#pop')],
    class: [rule(new RegExp(className), Token.NameClass, '#pop')],
    function: [
      rule(/</, Punctuation, 'type parameters'),
      rule(/\s+/, Text),
      rule(new RegExp(`(${className})(\\.)`), [Token.NameClass, Punctuation]),
      rule(new RegExp(name), Token.NameFunction, '#pop'),
    ],
    'type parameters': [
      rule(new RegExp(className), Token.NameClass),
      rule(/</, Punctuation, 'type parameters'),
      rule(/reified|out|in/, Keyword),
      rule(/[,:.?]/, Punctuation),
      rule(/\s+/, Text),
      rule(/>/, Punctuation, '#pop'),
    ],
    property: [
      rule(/</, Punctuation, 'type parameters'),
      rule(/\s+/, Text),
      rule(new RegExp(name), Token.NameProperty, '#pop'),
    ],
    destructuring: [
      rule(/,/, Punctuation),
      rule(/\)/, Punctuation, '#pop'),
      rule(/\s+/, Text),
      rule(new RegExp(name), Token.NameProperty),
    ],

    comment: [
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/[^/*]+|[/*]/, Token.CommentMultiline),
    ],
  }),
};
