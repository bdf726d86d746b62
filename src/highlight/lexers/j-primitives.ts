import { Token } from '../tokens.js';

/** What may follow a character to make another primitive of it. */
const inflections = ['', '.', ':', '..', '.:', ':.', '::'];

const noun = Token.KeywordConstant;
const verb = Token.NameFunction;
const modifier = Token.Operator;
const name = Token.Name;
const parameter = Token.NameBuiltinPseudo;
const other = Token.Punctuation;
const none = Token.Error;

/** Characters, and what they are with each of the inflections, as far as these make sense. */
const table: readonly (readonly [characters: string, classes: readonly Token[]])[] = [
  ['()', [other]],
  ['=', [verb, other, other]],
  ['<>+-*%$|,#', [verb, verb, verb]],
  ['^', [verb, verb, modifier]],
  ['~"', [modifier, verb, verb]],
  ['.:@', [modifier, modifier, modifier]],
  [';', [verb, modifier, verb]],
  ['!', [verb, modifier, modifier]],
  ['/\\', [modifier, modifier, verb]],
  ['[', [verb, none, verb]],
  [']', [verb]],
  ['{', [verb, verb, verb, none, none, none, verb]],
  ['}', [modifier, verb, verb, none, none, none, modifier]],
  ['`', [modifier, none, modifier]],
  ['&', [modifier, modifier, modifier, none, modifier]],
  ['?', [verb, verb]],
  ['a', [name, noun, noun]],
  ['ACeEIjorv', [name, verb]],
  ['bdfHMT', [name, modifier]],
  ['Dt', [name, modifier, modifier]],
  ['F', [name, modifier, modifier, modifier, modifier, modifier, modifier]],
  ['i', [name, verb, verb]],
  ['L', [name, verb, modifier]],
  ['mny', [parameter]],
  ['p', [name, verb, verb, verb]],
  ['qsZ', [name, none, verb]],
  ['S', [name, none, modifier]],
  ['u', [parameter, verb, verb]],
  ['v', [parameter, verb]],
  ['x', [parameter, none, verb]],
];

const classes = new Map(
  table.flatMap(([characters, list]) => [...characters].map((one) => [one, list] as const)),
);

/** The class of a primitive of J: a character with its inflection, e.g. `+` and `:`. */
export function primitiveClass(character: string, inflection: string): Token {
  return (classes.get(character) ?? [name])[inflections.indexOf(inflection)] ?? none;
}
