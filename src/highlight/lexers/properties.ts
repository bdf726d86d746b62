import { include, type Lexer, needs, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { isKey, valueStates } from './property-values.js';

/** Java's property files. */
export const properties: Lexer = {
  states: () => ({
    root: [
      include('basic'),
      when(
        isKey(/(?<=[\w.-])[ \t-\r]*[=:]/g),
        rule(/([\w.-]+)(\s*)([=:])/, [Token.NameProperty, Token.Text, Token.Punctuation], 'value'),
      ),
    ],
    basic: [
      needs('\n', rule(/[!#].*\n/, Token.Comment)),
      rule(/\s+/, Token.Text),
      rule(/\\\n/, Token.StringEscape),
    ],
    ...valueStates(/\\u\d{4}|\\[\s\S]/),
  }),
};
