import type { RendererRule } from 'markdown-it';
import { envOf } from '../env.js';
import { escapeCode, renderAttributes } from '../output/escape.js';
import { plainMathAttributes } from '../output/plain-math.js';
import { strip } from '../white-space.js';
import type { SpanState } from './state.js';

/** `$$math$$`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_inline_math`. */
export function inlineMath(state: SpanState): boolean {
  const { src, pos } = state;
  if (!src.startsWith('$$', pos)) return false;
  const end = state.finder.indexOf('$$', pos + 2);
  if (end < 0) return false;
  state.push('math_inline', '', 0).content = strip(src.slice(pos + 2, end));
  state.pos = end + 2;
  return true;
}

/** Origin: kramdown 2.5.2, `Converter::Html#convert_math` and `MathEngine::Mathjax`, which escapes only what it wraps. */
export const renderMathInline: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const state = envOf(env);
  const { math_engine: engine } = state.options;
  if (engine === 'mathjax') {
    if (!token.attrs?.length) return `\\(${escapeCode(token.content)}\\)`;
    return `<span${renderAttributes(token.attrs)}>$${token.content}$</span>`;
  }
  if (engine !== null) state.warn(`The configured math engine ${engine} is not available.`);
  return `<span${renderAttributes(plainMathAttributes(token))}>$${token.content}$</span>`;
};
