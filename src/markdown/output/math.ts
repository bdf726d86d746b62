import type { RendererRule, Token } from 'markdown-it';
import { envOf } from '../env.js';
import { escapeCode, renderAttributes } from './escape.js';

/**
 * Math for MathJax, or as it was written without an engine. Origin: kramdown 2.5.2, `Converter::MathEngine::Mathjax`,
 * `Converter::Html#convert_math`.
 */
export const renderMath: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const { options } = envOf(env);
  const indent = '  '.repeat(token.level);
  if (options.math_engine === 'mathjax') {
    const math = `\\[${escapeCode(token.content)}\\]\n`;
    return token.attrs ? `${indent}<div${renderAttributes(token.attrs)}>${math}</div>\n` : math;
  }
  if (options.math_engine !== null) {
    envOf(env).warn(`The configured math engine ${options.math_engine} is not available.`);
  }
  return `${indent}<div${renderAttributes(plainMathAttributes(token))}>$$\n${token.content}\n$$</div>\n`;
};

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

/** The attributes of math that no engine has taken, blocks and spans alike. Origin: kramdown 2.5.2, `Converter::Html#convert_math`. */
function plainMathAttributes(token: Token): NonNullable<Token['attrs']> {
  // A copy, for a header's text is written twice: in its place and in the table of contents.
  const attributes = [...(token.attrs ?? [])];
  const index = token.attrIndex('class');
  if (index < 0) attributes.push(['class', 'kdmath']);
  else attributes[index] = ['class', `${attributes[index]![1]} kdmath`];
  return attributes;
}
