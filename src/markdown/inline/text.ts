import type { RendererRule, StateInline } from 'markdown-it';
import { escapeText } from '../escape.js';

/** Text up to the next character that could start something else. */
export function text(state: StateInline): boolean {
  state.pending += state.src.slice(state.pos);
  state.pos = state.posMax;
  return true;
}

/** Origin: kramdown 2.5.2, `Converter::Html#convert_text`. */
export const renderText: RendererRule = (tokens, index) => escapeText(tokens[index]!.content);
