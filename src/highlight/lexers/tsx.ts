import { include, type Lexer, rule, type StateEntry } from '../lexer.js';
import { Token } from '../tokens.js';
import { javascriptStates } from './javascript.js';
import { type Markup, startJsx, withTags } from './jsx.js';
import { typescriptWords, withTypes } from './typescript.js';

/** TypeScript with tags. What starts like a tag may be the parameters of a type. */
export const tsx: Lexer<Markup> = {
  start: startJsx,
  states() {
    const states = withTypes(withTags(javascriptStates(typescriptWords)));
    return {
      ...states,
      'element name': [
        rule(/(\w+)(,)/, [Token.NameOther, Token.Punctuation], ['#pop', '#pop', '#pop']),
        rule(/</, Token.Punctuation, 'type'),
        ...(states['element name'] as readonly StateEntry[]),
      ],
      type: [include('object'), rule(/>/, Token.Punctuation, '#pop')],
    };
  },
};
