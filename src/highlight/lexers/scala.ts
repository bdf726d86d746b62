import { type Lexer, needs, quotedString, rule, type States, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  abstract case catch def do else extends final finally for forSome if implicit lazy match new override private
  protected requires return sealed super this throw try val var while with yield
`);

const operator = String.raw`[-!#%&*/:?@\\^\p{Sm}\p{So}]`;
const name = `[\\p{L}$_][\\p{L}$_0-9]*(?:(?<=_)${operator}+)?`;
const anyName = `${name}|${operator}+|\`[^\`]+\``;

const { Keyword, Text, Operator, NameClass, KeywordType } = Token;

/** Scala. Types are told from terms by the colon, bracket or keyword before them. */
export const scala: Lexer = {
  states: () => ({ ...terms, ...types }),
};

const terms: States = {
  root: [
    rule(/(class|trait|object)(\s+)/, [Keyword, Text], 'class'),
    rule(new RegExp(`'${name}(?!')`), Token.StringSymbol),
    rule(/[^\S\n]+/, Text),
    rule(/\/\/.*/, Token.CommentSingle),
    rule(/\/\*/, Token.CommentMultiline, 'comment'),
    rule(new RegExp(`@${name}`), Token.NameDecorator),
    rule(new RegExp(`(def)(\\s+)(${anyName})(\\s*)`), [Keyword, Text, Token.NameFunction, Text]),
    rule(new RegExp(`(val)(\\s+)(${anyName})(\\s*)`), [Keyword, Text, Token.NameVariable, Text]),
    rule(new RegExp(`(this)(\\n*)(\\.)(${name})`), [Keyword, Text, Operator, Token.NameProperty]),
    rule(new RegExp(`(${name}|_)(\\n*)(\\.)(${name})`), [
      Token.NameVariable,
      Text,
      Operator,
      Token.NameProperty,
    ]),
    rule(new RegExp(`[\\p{Lu}$_]${name}\\b`), NameClass),
    rule(new RegExp(`(${name})(\\s*)(\\()`), [Token.NameFunction, Text, Operator]),
    rule(new RegExp(`(\\.)(${name})`), [Operator, Token.NameProperty]),
    rule(new RegExp(`${keywords}\\b|(?:<[%:-]|=>|>:|[#=@_\\u21D2\\u2190])(?:\\b|(?=\\s)|$)`), Keyword),
    rule(new RegExp(`:(?!${operator})`), Keyword, 'type'),
    rule(/(?:true|false|null)\b/, Token.KeywordConstant),
    rule(/(import|package)(\s+)/, [Keyword, Text], 'import'),
    rule(/(type)(\s+)/, [Keyword, Text], 'type'),
    needs('"""', rule(/""".*?"""(?!")/s, Token.String)),
    quotedString('"', Token.String),
    rule(/'(?:\\.|[^\\]|\\u[\da-fA-F]{4})'/, Token.StringChar),
    rule(new RegExp(`${name}|\`[^\`]+\``), Token.Name),
    rule(/\[/, Operator, 'type parameters'),
    rule(/[(){};,.#]/, Operator),
    rule(new RegExp(`${operator}+`), Operator),
    rule(/(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?/, Token.NumberFloat),
    rule(/\d+[fFdD]/, Token.NumberFloat),
    rule(/0x[\da-fA-F]+/, Token.NumberHex),
    rule(/\d+L?/, Token.NumberInteger),
    rule(/\n/, Text),
  ],
  comment: [
    rule(/\/\*/, Token.CommentMultiline, 'comment'),
    rule(/\*\//, Token.CommentMultiline, '#pop'),
    rule(/[^/*]+|[*/]/, Token.CommentMultiline),
  ],
  import: [rule(new RegExp(`(?:${name}|\\.)+`), Token.NameNamespace, '#pop')],
};

const typeName = `(?:${name}|${operator}+\`[^\`]+\`)`;
const typePath = `${typeName}(?:\\.${typeName})*`;

const types: States = {
  class: [
    rule(new RegExp(`(${anyName})(\\s*)(\\[)`), [NameClass, Text, Operator], 'type parameters'),
    rule(/\s+/, Text),
    rule(/[{(]/, Operator, '#pop'),
    rule(/\/\/.*/, Token.CommentSingle, '#pop'),
    rule(new RegExp(anyName), NameClass, '#pop'),
  ],
  type: [
    rule(/\s+/, Text),
    rule(/<[%:]|>:|[#_\u21D2]|forSome|type/, Keyword),
    rule(/([,);}]|=>|=)(\s*)/, [Operator, Text], '#pop'),
    rule(/[({]/, Operator, 'type'),
    rule(new RegExp(`(${typePath})(\\s*)(\\[)`), [KeywordType, Text, Operator], ['#pop', 'type parameters']),
    rule(new RegExp(`(${typePath})(\\s*)$`), [KeywordType, Text], '#pop'),
    rule(/\/\/.*/, Token.CommentSingle, '#pop'),
    rule(new RegExp(`\\.|${anyName}`), KeywordType),
  ],
  'type parameters': [
    rule(/[\s,]+/, Text),
    rule(/<[%:]|=>|>:|[#_\u21D2]|forSome|type/, Keyword),
    rule(/[\])}]/, Operator, '#pop'),
    rule(/[([{]/, Operator, 'type parameters'),
    rule(new RegExp(`\\.|${anyName}`), KeywordType),
  ],
};
