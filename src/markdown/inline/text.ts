import { findStop } from './find-stop.js';
import type { SpanState } from './state.js';

/**
 * Text up to the next place where a rule could match. The parser's own loop does this without asking the rule; it is there for
 * markdown-it's `skipToken`.
 */
export function text(state: SpanState): boolean {
  const stop = findStop(state.src, state.pos, state.grammars!.markdown.stops);
  return stop > state.pos && state.takeText(stop - state.pos);
}
