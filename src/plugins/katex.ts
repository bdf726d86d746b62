import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { FilterError } from '../liquid/filter.js';
import type { Plugin, PluginContext, PluginTag } from '../model/plugin.js';
import { toJson } from '../ruby/json.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { type Katex, loadKatex } from '../site/katex.js';
import { dig } from './shared/template-values.js';

/**
 * jekyll-katex 1.0.0: the blocks `katex` and `katexmm`, formulas made ready by the site's KaTeX. The gem brings KaTeX 0.11.1; here it is
 * npm's `katex` in the site's `node_modules`, or the file below `js_path`.
 */
export const katex: Plugin = {
  name: 'jekyll-katex',
  tags: [katexTag(), katexMathModeTag()],
};

/** `{% katex %}formula{% endkatex %}`, on a line of its own with `display`. */
function katexTag(): PluginTag {
  return {
    name: 'katex',
    isBlock: true,
    compile: (markup) => (context, body) => renderer(context)(body, markup.includes('display')),
  };
}

const FORMULA = /(?<!\\)(\$\$?)(.+?)(?<!\\)\1/gs;

/** `{% katexmm %}`: text with formulas between `$` or `$$`; `\$` is a sign. */
function katexMathModeTag(): PluginTag {
  return {
    name: 'katexmm',
    isBlock: true,
    compile: () => (context, body) => {
      const render = renderer(context);
      return body
        .replaceAll(FORMULA, (_whole, mark: string, formula: string) => render(formula, mark === '$$'))
        .replaceAll('\\$', '$');
    },
  };
}

type Render = (formula: string, isDisplayed: boolean) => string;

function renderer(context: PluginContext): Render {
  context.depend('config:katex');
  const section = context.config?.settings.get('katex') ?? null;
  const options = dig(section, 'rendering_options');
  const settings = {
    throwOnError: option(options, 'throw_error', true),
    errorColor: option(options, 'error_color', '#cc0000'),
  };
  const engine = findKatex(section, context.config?.directories.root ?? '');
  return (formula, displayMode) => {
    try {
      const macros = option(options, 'macros', {});
      return engine.renderToString(formula, { ...settings, macros, displayMode });
    } catch (error) {
      throw new FilterError(String(error), false);
    }
  };
}

/** A value as KaTeX wants it; a copy each time, for formulas may add macros. */
function option(options: Value, name: string, otherwise: unknown): unknown {
  return options instanceof Map && options.has(name) ? JSON.parse(toJson(options.get(name)!)) : otherwise;
}

function findKatex(section: Value, root: string): Katex {
  const folder = dig(section, 'js_path');
  const file = isTruthy(folder) ? findFile(join(root, toS(folder)), section) : undefined;
  const found = loadKatex(root, file);
  if (found !== null) return found;
  throw new FilterError(
    'jekyll-katex needs the npm package `katex`. Install it with `npm install katex` in the site.',
    false,
  );
}

function findFile(folder: string, section: Value): string {
  const name = toS(dig(section, 'js_filename') ?? 'katex.min.js');
  const [file] = fastGlob.sync(`**/${name}`, { cwd: folder, absolute: true }).sort();
  if (file !== undefined) return file;
  throw new FilterError('Could not find KaTeX javascript file using provided configuration.', false);
}
