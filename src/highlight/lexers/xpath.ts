import {
  include,
  type Lexer,
  lettersOfAnyCase,
  type Rule,
  rule,
  type StateEntry,
  type States,
  words,
} from '../lexer.js';
import { Token } from '../tokens.js';

const { Keyword, KeywordType, Operator, Punctuation, Whitespace, NameFunction, NameTag } = Token;

const simpleName = `[${lettersOfAnyCase}_][${lettersOfAnyCase}_.0-9-]*`;
/** A name, with its prefix if it has one. */
export const xpathQName = `${simpleName}(?::${simpleName})?`;
/** The same, or `Q{…}name`. */
export const xpathName = `(?:Q\\{[^{}]*\\}${simpleName}|${xpathQName})`;
export const xpathSimpleName = simpleName;

const kinds = words(`
  attribute comment document-node element namespace-node node schema-attribute schema-element text
`);
const axes = words(`
  ancestor ancestor-or-self attribute child descendant descendant-or-self following following-sibling namespace parent
  preceding preceding-sibling self
`);
const keywords = words('else every for if in let return satisfies some then');
const operatorWords = words('and div eq except ge gt idiv intersect is le lt mod ne or to union');
const open = '(\\s*)(\\((?!:))';
const operator = /=>|:=|>=|>>|<=|<<|!=|\/\/|\|\||[,=:><*+/|-]/;
const string = /"(?:""|[^"])*"|'(?:''|[^'])*'/;

/** XPath 3.1. */
export const xpath: Lexer = {
  states: xpathStates,
};

/** The states, which XQuery adds to. */
export function xpathStates(): States & { readonly root: readonly StateEntry[] } {
  return {
    root: [
      include('space'),
      rule(/\.\d+|\d+(?:\.\d*)?[eE][+-]?\d+|\d+\.\d*/, Token.NumberFloat),
      rule(/\d+/, Token.Number),
      rule(string, Token.String),
      rule(/\$/, Token.NameVariable, 'variable name'),
      rule(operator, Operator),
      rule(new RegExp(`${operatorWords}\\b`), Token.OperatorWord),
      rule(new RegExp(`${keywords}\\b`), Keyword),
      rule(/[?{}()[\]]/, Punctuation),

      rule(new RegExp(`(function)${open}`), [Keyword, Whitespace, Punctuation]),
      rule(/map|array|empty-sequence/, Keyword),
      rule(new RegExp(`(${kinds})${open}`), [Keyword, Whitespace, Punctuation], 'kind test'),
      rule(
        new RegExp(`(processing-instruction)${open}`),
        [Keyword, Whitespace, Punctuation],
        'instruction test',
      ),
      rule(new RegExp(`(${xpathName})${open}`), [NameFunction, Whitespace, Punctuation]),
      rule(new RegExp(`(${xpathName})(\\s*)(#)(\\s*)(\\d+)`), [
        NameFunction,
        Whitespace,
        NameFunction,
        Whitespace,
        NameFunction,
      ]),

      ...conversions,
      rule(/as\b/, Keyword, 'item type'),

      rule(new RegExp(`(${simpleName})(\\s*)(:)(\\s*)(\\*)`), [
        NameTag,
        Whitespace,
        Punctuation,
        Whitespace,
        Operator,
      ]),
      rule(new RegExp(`(${axes})(\\s*)(::)`), [Keyword, Whitespace, Operator]),
      rule(/\.\.?/, Operator),
      rule(/@/, Token.NameAttribute, 'attribute name'),
      rule(new RegExp(xpathName), NameTag),
    ],
    space: [rule(/\(:/, Token.Comment, 'comment'), rule(/\s+/, Whitespace)],
    comment: [
      rule(/:\)/, Token.Comment, '#pop'),
      rule(/\(:/, Token.Comment, '#push'),
      rule(/[^:(]+|[:(]/, Token.Comment),
    ],
    'variable name': [
      include('space'),
      rule(new RegExp(`(${xpathName})${open}`), [Token.NameVariable, Whitespace, Punctuation], '#pop'),
      rule(new RegExp(xpathName), Token.NameVariable, '#pop'),
    ],
    'attribute name': [
      include('space'),
      rule(new RegExp(xpathName), Token.NameAttribute, '#pop'),
      rule(/\*/, Operator, '#pop'),
    ],

    'single type': [include('space'), rule(new RegExp(xpathName), KeywordType, '#pop')],
    'item type': [
      include('space'),
      rule(
        new RegExp(`(${kinds})${open}`),
        [KeywordType, Whitespace, Punctuation],
        ['#pop', 'occurrence', 'kind test'],
      ),
      rule(
        new RegExp(`(processing-instruction)${open}`),
        [KeywordType, Whitespace, Punctuation],
        ['#pop', 'occurrence', 'instruction test'],
      ),
      rule(
        new RegExp(`(item)${open}(\\s*)(\\))`),
        [KeywordType, Whitespace, Punctuation, Whitespace, Punctuation],
        ['#pop', 'occurrence'],
      ),
      rule(new RegExp(`(function|array|map|empty-sequence)${open}`), [KeywordType, Whitespace, Punctuation]),
      ...conversions.map((one) => ({ ...one, next: ['#pop', one.next as string] })),
      rule(/as\b/, Keyword),
      rule(operator, Operator, '#pop'),
      rule(new RegExp(`${operatorWords}\\b`), Token.OperatorWord, '#pop'),
      rule(new RegExp(`${keywords}\\b`), Keyword, '#pop'),
      rule(/[[)]/, Punctuation, '#pop'),
      rule(new RegExp(xpathName), KeywordType, ['#pop', 'occurrence']),
    ],
    occurrence: [include('space'), rule(/[?*+]/, Operator, '#pop'), rule(/(?![?*+])/, Token.Text, '#pop')],
    'kind test': [
      include('space'),
      rule(/[?*]/, Operator),
      rule(/,/, Punctuation),
      rule(new RegExp(`((?:schema-)?element)${open}`), [KeywordType, Whitespace, Punctuation], '#push'),
      rule(new RegExp(xpathName), NameTag),
      rule(/\)/, Punctuation, '#pop'),
    ],
    'instruction test': [
      include('space'),
      rule(new RegExp(simpleName), Token.Name),
      rule(string, Token.String),
      rule(/\)/, Punctuation, '#pop'),
    ],
  };
}

const conversions: readonly Rule[] = [
  rule(/(cast(?:able)?)(\s+)(as)/, [Keyword, Whitespace, Keyword], 'single type'),
  rule(/(treat)(\s+)(as)/, [Keyword, Whitespace, Keyword], 'item type'),
  rule(/(instance)(\s+)(of)/, [Keyword, Whitespace, Keyword], 'item type'),
];
