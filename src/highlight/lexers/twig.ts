import { wordSet } from '../lexer.js';
import { jinjaLexer } from './jinja.js';

/** Twig: Jinja with other words. */
export const twig = jinjaLexer({
  keywords: wordSet(`
    as autoescape block do else embed endautoescape endblock endembed endfilter endfor endif endmacro ends endsandbox
    endset endspaceless extends filter flush for from if import include macro sandbox set spaceless starts use with
    without
  `),
  constants: wordSet('false none true'),
  operators: wordSet('and in is not or'),
  tests: wordSet('constant defined divisibleby empty even iterable null odd sameas'),
});
