import type { RendererRule } from 'markdown-it';
import { envOf } from '../env.js';
import { escapeCode, renderAttributes } from './escape.js';
import { plainMathAttributes } from './plain-math.js';

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
