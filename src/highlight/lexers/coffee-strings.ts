import { include, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';

/** States of strings in CoffeeScript and in languages like it. The lexer adds `interpolation`, which enters `interpolated`. */
export const coffeeStrings: States = {
  interpolated: [rule(/\}/, Token.StringInterpol, '#pop'), include('root')],
  escapes: [rule(/\\(?:c[A-Z]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{4}\})/, Token.StringEscape)],

  'double quoted': [rule(/"/, Token.String, '#pop'), include('double quoted content')],
  'double quoted block': [
    rule(/"""/, Token.String, '#pop'),
    rule(/"/, Token.String),
    include('double quoted content'),
  ],
  'double quoted content': [rule(/'/, Token.String), include('interpolation'), include('string content')],
  'single quoted': [rule(/'/, Token.String, '#pop'), include('single quoted content')],
  'single quoted block': [
    rule(/'''/, Token.String, '#pop'),
    rule(/'/, Token.String),
    include('single quoted content'),
  ],
  'single quoted content': [rule(/"/, Token.String), include('string content')],
  'string content': [
    rule(/[^#\\'"]+/, Token.String),
    include('escapes'),
    rule(/\\./, Token.StringEscape),
    rule(/#/, Token.String),
  ],
};
