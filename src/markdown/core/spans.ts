import type { StateCore } from 'markdown-it';
import { envOf } from '../env.js';

/** Runs the inline rules over the text of all blocks. Origin: kramdown 2.5.2, `Parser::Kramdown#update_tree`. */
export function spans(state: StateCore): void {
  const env = envOf(state.env);
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue;
    env.spanLine = (token.map?.[0] ?? 0) + 1;
    state.md.inline.parse(token.content, state.md, state.env, token.children!);
  }
}
