import { type Lexer, quotedString, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { factorWords } from './factor-words.js';

const { Keyword, KeywordNamespace, NameClass, NameFunction, NameNamespace, Punctuation, Text } = Token;

const word = String.raw`(\s+)(\S+)`;

/** Factor. Everything is words between white space; some read those that follow. */
export const factor: Lexer = {
  detect: (source) => source.hasShebang('factor'),
  states: () => {
    // Read when the lexer is first used: there are many.
    const builtins = wordSet(factorWords);
    return {
      root: [
        rule(/\s+/, Text),
        rule(new RegExp(`(::?|MACRO:|MEMO:|GENERIC:|HELP:)${word}`), [Keyword, Text, NameFunction]),
        rule(new RegExp(`(M:|HOOK:|GENERIC#)${word}${word}`), [Keyword, Text, NameClass, Text, NameFunction]),
        rule(/\((?=\s)/, NameFunction, 'stack effect'),
        rule(/;(?=\s)/, Keyword),
        ...vocabularies,
        ...definitions,
        rule(
          /(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN|TYPEDEF|FUNCTION|STRUCT):/,
          Keyword,
        ),
        rule(/<PRIVATE|PRIVATE>/, KeywordNamespace),
        rule(new RegExp(`(MAIN:)${word}`), [KeywordNamespace, Text, NameFunction]),
        quotedString('"', Token.String),
        // A word that reads a string: `URL" …"`.
        rule(/\S+"\s+(?:[^"\\]|\\[\s\S])*\\?"/, Token.String),
        ...others,
        rule(/\S+/, (run, [name]) => run.token(builtins.has(name) ? Token.NameBuiltin : Token.Name, name)),
      ],

      'stack effect': [
        rule(/\s+/, Text),
        rule(/\(/, NameFunction, '#push'),
        rule(/\)/, NameFunction, '#pop'),
        rule(/--/, NameFunction),
        rule(/\S+/, Token.NameVariable),
      ],
      slots: [rule(/\s+/, Text), rule(/;(?=\s)/, Keyword, '#pop'), rule(/\S+/, Token.NameVariable)],
      vocabularies: [rule(/;(?=\s)/, Keyword, '#pop'), rule(/\s+/, Text), rule(/\S+/, NameNamespace)],
    };
  },
};

const vocabularies = [
  rule(/(USING:)((?:\s|\\\s)+)/, [KeywordNamespace, Text], 'vocabularies'),
  rule(new RegExp(`(IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:)${word}`), [
    KeywordNamespace,
    Text,
    NameNamespace,
  ]),
  rule(new RegExp(`(FROM:|EXCLUDE:)${word}(\\s+)(=>)`), [
    KeywordNamespace,
    Text,
    NameNamespace,
    Text,
    Punctuation,
  ]),
  rule(/(?:ALIAS|DEFER|FORGET|POSTPONE):/, KeywordNamespace),
];

const subclass = [Keyword, Text, NameClass, Text, Punctuation, Text, NameClass];

const definitions = [
  rule(new RegExp(`(TUPLE:)${word}(\\s+)(<)${word}`), subclass, 'slots'),
  rule(new RegExp(`(TUPLE:)${word}`), [Keyword, Text, NameClass], 'slots'),
  rule(new RegExp(`(UNION:|INTERSECTION:)${word}`), [Keyword, Text, NameClass]),
  rule(new RegExp(`(PREDICATE:)${word}(\\s+)(<)${word}`), subclass),
  rule(new RegExp(`(C:)${word}${word}`), [Keyword, Text, NameFunction, Text, NameClass]),
];

const others = [
  rule(/(CHAR:)(\s+)(\\[\\abfnrstv]*|\S)(?=\s)/, Token.StringChar),
  rule(/#?!\s+.*/, Token.Comment),
  rule(/[tf](?=\s)/, Token.NameConstant),
  rule(/-?\d+\.\d+(?=\s)/, Token.NumberFloat),
  rule(/-?\d+(?=\s)/, Token.NumberInteger),
  rule(/HEX:\s+[a-fA-F\d]+(?=\s)/, Token.NumberHex),
  rule(/BIN:\s+[01]+(?=\s)/, Token.NumberBin),
  rule(/OCT:\s+[0-7]+(?=\s)/, Token.NumberOct),
  rule(/[-+/*=<>^](?=\s)/, Token.Operator),
  rule(/(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)/, Keyword),
];
