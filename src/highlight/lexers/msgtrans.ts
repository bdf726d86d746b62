import { type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Message files of RISC OS. */
export const msgtrans: Lexer = {
  states: () => ({
    root: [
      rule(/^#.*/, Token.Comment),
      rule(/[^\t\n\r ,):?/]+/, Token.NameVariable),
      rule(/[\n/?]/, Token.Operator),
      rule(/:/, Token.Operator, 'value'),
    ],
    value: [rule(/\n/, Token.Text, '#pop'), rule(/%[0-3%]/, Token.Operator), rule(/[^\n%]+/, Token.String)],
  }),
};
