import type { Config } from '../../model/config.js';
import type { Converter, Plugin } from '../../model/plugin.js';
import { anewEachTime } from './anew-each-time.js';
import { hasPackage, runNode } from './node-program.js';

/** jekyll-postcss 0.5.0: style sheets go through the site's PostCSS, with the plugins of its `postcss.config.js`; Sass before it is Sass. */
export const postcss: Plugin = {
  name: 'jekyll-postcss',
  isSafe: true,
  converters: (config) => [converter(config)],
  hooks: [anewEachTime(isStyleSheet)],
};

/** Whether the site has what the gem needs. */
export function hasPostcss(root: string): boolean {
  return hasPackage('postcss', root);
}

function isStyleSheet(extension: string): boolean {
  return ['.css', '.scss', '.sass'].includes(extension.toLowerCase());
}

/** Runs in the site's folder: PostCSS answers with promises only. */
const SCRIPT = `
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const file = process.cwd() + '/postcss.config.js';
const here = createRequire(file);
const css = require('node:fs').readFileSync(0, 'utf8');
import(pathToFileURL(file).href)
  .then(({ default: config }) => here('postcss')(config.plugins).process(css, { from: undefined }))
  .then((result) => process.stdout.write(result.toString()))
  .catch((error) => {
    console.error(String(error));
    process.exitCode = 1;
  });
`;

function converter({ directories }: Config): Converter {
  return {
    name: 'Jekyll::Converters::PostCss',
    priority: 'normal',
    highlighterPrefix: null,
    highlighterSuffix: null,
    matches: isStyleSheet,
    outputExtension: (extension) => extension,
    convert: (text) => runNode(['-e', SCRIPT], directories.root, text),
  };
}
