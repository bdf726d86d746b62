/**
 * `kramdown: {math_engine: katex}`: formulas made ready by the site's KaTeX. Origin: kramdown-math-katex 1.0.1 on the gem katex 0.11,
 * whose own KaTeX is 0.17.0.
 */
import type { MarkdownIt, RendererRule } from 'markdown-it';
import { envOf } from '../../markdown/env.js';
import { renderAttributes } from '../../markdown/output/escape.js';
import { ConversionError } from '../../model/plugin.js';
import { toJson } from '../../ruby/json.js';
import type { Value } from '../../ruby/value.js';
import type { Katex } from '../../site/katex.js';

/** Puts KaTeX in the place of kramdown's own engines wherever a document's options name it. */
export function useKatex({ renderer: { rules } }: MarkdownIt, katex: Katex): void {
  rules['math_block'] = ruleFor(katex, true, rules['math_block']!);
  rules['math_inline'] = ruleFor(katex, false, rules['math_inline']!);
}

function ruleFor(katex: Katex, isBlock: boolean, otherwise: RendererRule): RendererRule {
  return (tokens, index, options, env, self) => {
    const { math_engine: engine, math_engine_opts: engineOptions } = envOf(env).options;
    if (engine !== 'katex') return otherwise(tokens, index, options, env, self);
    const token = tokens[index]!;
    const html = render(katex, token.content, isBlock, engineOptions);
    const attributes = (token.attrs ?? []).filter(([name]) => name !== 'xmlns' && name !== 'display');
    // Into the first tag, before its own attributes.
    const made = html.replace(/(?=[\s>])/, () => renderAttributes(attributes));
    return isBlock ? `${'  '.repeat(token.level)}${made}\n` : made;
  };
}

/** Options that the gem has in Ruby's spelling; others go on as they are. */
const RENAMED: Readonly<Record<string, string>> = {
  display_mode: 'displayMode',
  throw_on_error: 'throwOnError',
  error_color: 'errorColor',
};

function render(
  katex: Katex,
  formula: string,
  isBlock: boolean,
  given: ReadonlyMap<string, unknown>,
): string {
  const options: Record<string, unknown> = {
    displayMode: isBlock,
    throwOnError: false,
    errorColor: '#cc0000',
    macros: {},
  };
  // Copies, for formulas may add macros.
  for (const [name, value] of given) options[RENAMED[name] ?? name] = JSON.parse(toJson(value as Value));
  try {
    return katex.renderToString(formula, options);
  } catch (cause) {
    const message = String(cause);
    if (options['throwOnError']) throw new ConversionError(message, null, { cause });
    return failure(message, String(options['errorColor']));
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function failure(message: string, colour: string): string {
  const text = message.replace(/^ParseError: /, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
  return [
    "<span class='katex'>",
    "  <span class='katex-html'>",
    `    <span style='color: ${colour}'>`,
    `      ${text}`,
    '    </span>',
    '  </span>',
    '</span>\n',
  ].join('\n');
}
