import { SiteError } from '../../model/diagnostic.js';
import { ConversionError, type HookItem, type ItemHook, type Plugin } from '../../model/plugin.js';
import * as messages from '../../report/messages.js';
import { toJson } from '../../ruby/json.js';
import { isTruthy } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { hasPackage, runNode } from './node-program.js';

/**
 * jekyll-autoprefixer 1.0.2: prefixes of browser makers in style sheets, by the site's own Autoprefixer. Here before they are written, and in
 * those that are rendered: files that are copied stay as they are.
 */
export const autoprefixer: Plugin = {
  name: 'jekyll-autoprefixer',
  hooks: ['pages', 'documents'].map(
    (owner): ItemHook => ({ owner, event: 'post_render', priority: 'low', run: addPrefixes }),
  ),
};

/** Whether the site has what the gem needs. */
export function hasAutoprefixer(root: string): boolean {
  return ['postcss', 'autoprefixer'].every((name) => hasPackage(name, root));
}

/** Runs in the site's folder: PostCSS answers with promises only. */
const SCRIPT = `
const here = require('node:module').createRequire(process.cwd() + '/package.json');
const css = require('node:fs').readFileSync(0, 'utf8');
const options = JSON.parse(process.argv[1]);
here('postcss')([here('autoprefixer')(options)])
  .process(css, { from: undefined })
  .then((result) => process.stdout.write(result.css))
  .catch((error) => {
    console.error(String(error));
    process.exitCode = 1;
  });
`;

function addPrefixes(item: HookItem): void {
  const { file, config, output } = item;
  if (output === null || !file.outputPath.endsWith('.css')) return;
  // What Autoprefixer goes by, such as the list of browsers, is known to it alone.
  for (const key of ['unseen', 'config:autoprefixer'] as const) item.depend(key);
  const section = config.settings.get('autoprefixer') ?? null;
  if (isTruthy(dig(section, 'only_production')) && config.environment !== 'production') return;
  const options = toJson(section instanceof Map ? section : new Map());
  try {
    item.output = runNode(['-e', SCRIPT, options], config.directories.root, output);
  } catch (cause) {
    if (!(cause instanceof ConversionError)) throw cause;
    const place = { file: file.path };
    throw new SiteError({
      ...messages.conversionError('Autoprefixer', file.path, cause.message, place),
      cause,
    });
  }
}
