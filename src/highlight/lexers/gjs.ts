import { type Lexer, needs, rule, type States } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { handlebars } from './handlebars.js';
import { javascript } from './javascript.js';

/** The lexer of what is inside `template`; goes on from one to the next. */
export interface Templates {
  readonly content: LexerRun;
}

/** Ember's components: JavaScript with Handlebars in `template`. */
export const gjs: Lexer<Templates> = {
  start: startTemplates,
  states: () => withTemplates(javascript.states()),
};

/** Prepares the lexer of templates. */
export function startTemplates(run: LexerRun<Templates>): Templates {
  return { content: run.create(handlebars, run.options) };
}

/** Adds templates to the rules of JavaScript or of a dialect. */
export function withTemplates(states: States): States<Templates> {
  const tag = [Token.NameTag, Token.Keyword, Token.NameTag];
  return {
    ...states,
    root: [rule(/(<)(template)(>)/, tag, 'component template'), ...states['root']!],
    'component template': [
      rule(/(<\/)(template)(>)/, tag, '#pop'),
      needs(
        '</template>',
        rule(/.+?(?=<\/template>)/s, (run, [text]) => run.delegate(run.memory.content, text)),
      ),
    ],
  };
}
