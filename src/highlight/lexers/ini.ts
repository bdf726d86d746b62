import { include, type Lexer, needs, needsOnLine, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { isKey, valueStates } from './property-values.js';

/** INI files. A key without a value is an attribute, one character at a time. */
export const ini: Lexer = {
  states: () => ({
    root: [
      include('basic'),
      when(
        isKey(/(?<=[\w.-])[ \t-\r]*=/g),
        rule(/([\w.-]+)(\s*)(=)/, [Token.NameProperty, Token.Whitespace, Token.Punctuation], 'value'),
      ),
      needsOnLine(']', rule(/\[.*?\]/, Token.NameNamespace)),
      rule(/./, Token.NameAttribute),
    ],
    basic: [
      rule(/\s+/, Token.Whitespace),
      needs('\n', rule(/[;#].*\n/, Token.Comment)),
      rule(/\\\n/, Token.StringEscape),
    ],
    ...valueStates(/\\[\s\S]/),
  }),
};
