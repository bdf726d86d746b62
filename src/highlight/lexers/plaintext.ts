import { type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Code that is shown as it is. */
export const plaintext: Lexer = {
  states: () => ({ root: [rule(/.+/s, Token.Text)] }),
};
