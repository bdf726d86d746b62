import type { RendererRule } from 'markdown-it';
import { envOf } from '../env.js';
import { escapeText } from '../output/escape.js';
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

const betweenCjk =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)\n([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/gu;

/** Origin: kramdown 2.5.2, `Converter::Html#convert_text`. */
export const renderText: RendererRule = (tokens, index, _options, env) => {
  const escaped = escapeText(tokens[index]!.content);
  return envOf(env).options.remove_line_breaks_for_cjk ? joinCjkLines(escaped) : escaped;
};

/** Again and again, since one match takes the characters on both sides. */
function joinCjkLines(text: string): string {
  for (let joined = text; ; text = joined) {
    joined = text.replaceAll(betweenCjk, '$1$2');
    if (joined === text) return text;
  }
}
