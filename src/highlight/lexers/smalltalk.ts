import { include, type Lexer, lettersOfAnyCase, needsOnLine, rule } from '../lexer.js';
import { Token } from '../tokens.js';

const word = `[${lettersOfAnyCase}]\\w*`;
const operators = '[-+*/\\\\~<>=|&!?,@%]';
const { Text, Punctuation, Operator, NameFunction, NameVariable, StringSymbol } = Token;

/** Smalltalk. A name is a message when it follows an object. */
export const smalltalk: Lexer = {
  states: () => ({
    root: [
      needsOnLine('>', rule(/(<)(\w+:)(.*?)(>)/, [Punctuation, Token.Keyword, Text, Punctuation])),
      include('space'),
      rule(new RegExp(`(${word}:)(\\s*)(\\w+)`), [NameFunction, Text, NameVariable]),
      rule(new RegExp(`^(${word}\\b)(\\s*)$`), [NameFunction, Text]),
      rule(new RegExp(`^(${operators}+)(\\s*)(\\w+)(\\s*)$`), [NameFunction, Text, NameVariable, Text]),
      rule(/(\|)([\w\s]*)(\|)/, [Punctuation, NameVariable, Punctuation]),
      include('objects'),
      rule(/\^|:=|_/, Operator),
      rule(/[)}\]]/, Punctuation, 'after object'),
      rule(/[({[!]/, Punctuation),
    ],
    space: [rule(/! !$/, Token.Keyword), rule(/\s+/, Text), rule(/"[^"]*"/, Token.Comment)],

    objects: [
      rule(/\[/, Punctuation, 'block variables'),
      rule(/(?:self|super|true|false|nil|thisContext)\b/, Token.NameBuiltinPseudo, 'after object'),
      rule(/[A-Z]\w*\b(?!:)/, Token.NameClass, 'after object'),
      rule(/[a-z]\w*\b(?!:)/, NameVariable, 'after object'),
      include('literals'),
    ],
    'block variables': [
      include('space'),
      rule(/(:)(\s*)(\w+)/, [Operator, Text, NameVariable]),
      rule(/\|/, Punctuation, '#pop'),
      rule(/(?:)/, Text, '#pop'),
    ],
    'after object': [
      include('space'),
      rule(/(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):/, Token.NameBuiltin, '#pop'),
      rule(/new\b(?!:)/, Token.NameBuiltin),
      rule(/:=|_/, Operator, '#pop'),
      rule(new RegExp(`${word}:`), NameFunction, '#pop'),
      rule(new RegExp(word), NameFunction),
      rule(new RegExp(`${operators}+`), NameFunction, '#pop'),
      rule(/\./, Punctuation, '#pop'),
      rule(/;/, Punctuation),
      rule(/(?:)/, Text, '#pop'),
    ],

    literals: [
      rule(/'[^']*'/, Token.String, 'after object'),
      rule(/\$./, Token.StringChar, 'after object'),
      rule(/#\(/, StringSymbol, 'array'),
      rule(/(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?/, Token.Number, 'after object'),
      rule(new RegExp(`#(?:"[^"]*"|${operators}+|[\\w:]+)`), StringSymbol, 'after object'),
    ],
    array: [rule(/\)/, StringSymbol, ['#pop', 'after object']), include('array elements')],
    'inner array': [rule(/\)/, StringSymbol, '#pop'), include('array elements')],
    'array elements': [
      rule(/#\(/, StringSymbol, 'inner array'),
      include('space'),
      include('literals'),
      rule(new RegExp(`(?:${operators}|[\\w:])+`), StringSymbol),
    ],
  }),
};
