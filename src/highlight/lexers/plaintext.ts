import { type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** Code that is shown as it is, as the token that the option `token` names: `plaintext?token=Generic.Output`. */
export const plaintext: Lexer = {
  states: () => ({
    root: [rule(/.+/s, (run, [text]) => run.token(tokenNamed(run.options.get('token')), text))],
  }),
};

function tokenNamed(name: string | undefined): Token {
  const key = (name ?? 'Text').replace('Literal.', '').replaceAll('.', '');
  return key in Token ? Token[key as keyof typeof Token] : Token.Text;
}
