import { include, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';

/**
 * States of what stands in braces in ActionScript and Haxe (`object`), and of `a ? b : c` up to the colon. The lexer adds `space`,
 * `statement`, `expression` and `root`.
 *
 * @param name the pattern of a name
 */
export function objectStates(name: string): States {
  return {
    object: [
      include('space'),
      rule(/\}/, Token.Punctuation, ['#pop', 'statement']),
      rule(
        new RegExp(`(${name})(\\s*)(:)`),
        [Token.NameAttribute, Token.Text, Token.Punctuation],
        'expression',
      ),
      rule(/:/, Token.Punctuation),
      include('root'),
    ],
    ternary: [rule(/:/, Token.Punctuation, ['#pop', 'expression']), include('root')],
  };
}
