import type { Lexer } from '../lexer.js';
import { startTemplates, type Templates, withTemplates } from './gjs.js';
import { typescript } from './typescript.js';

/** Ember's components in TypeScript. */
export const gts: Lexer<Templates> = {
  start: startTemplates,
  states: () => withTemplates(typescript.states()),
};
