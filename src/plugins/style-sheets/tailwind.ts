import type { Config } from '../../model/config.js';
import { ConversionError, type Converter, type Plugin } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { anewEachTime } from './anew-each-time.js';
import { programOf, runNode } from './node-program.js';

/** jekyll-tailwindcss 0.7.0: style sheets that ask for Tailwind go through the program of the site's npm package. */
export const tailwind: Plugin = {
  name: 'jekyll-tailwindcss',
  isSafe: true,
  converters: (config) => [cssConverter(config), tailwindConverter(config)],
  hooks: [anewEachTime((extension) => isCss(extension) || isTailwind(extension))],
};

/** Tailwind 4's program, then that of 3, which comes with the library. */
const PACKAGES = ['@tailwindcss/cli', 'tailwindcss'] as const;

/** Whether the site has what the gem needs. */
export function hasTailwind(root: string): boolean {
  return findProgram(root) !== null;
}

function findProgram(root: string): string | null {
  const [newer, older] = PACKAGES.map((name) => programOf(name, 'tailwindcss', root));
  return newer ?? older ?? null;
}

const isCss = (extension: string): boolean => /^\.css$/i.test(extension);
const isTailwind = (extension: string): boolean => /^\.tailwind(?:css)?$/i.test(extension);

/** Style sheets as they are known to everyone. */
function cssConverter(config: Config): Converter {
  return {
    ...shared,
    name: 'Jekyll::Converters::Css',
    matches: isCss,
    outputExtension: (extension) => extension,
    convert(text) {
      if (!/@tailwind|@import ['"]tailwindcss/i.test(text)) return text;
      const path = (key: string): string | null => {
        const value = dig(config.settings.get('tailwindcss') ?? null, key);
        return isTruthy(value) ? toS(value) : null;
      };
      const [settings, postcss] = [path('config'), path('postcss')];
      if (settings === null && text.includes('@tailwind') && !text.includes('@plugin')) {
        throw new ConversionError(
          'to use tailwind v3 you need to include a config path in _config.yml',
          null,
          {
            hint: 'Write it as `tailwindcss: {config: ./tailwind.config.js}`.',
          },
        );
      }
      return run(config, text, [
        ...(settings === null ? [] : ['--config', settings]),
        ...(postcss === null ? [] : ['--postcss', postcss]),
      ]);
    },
  };
}

/** Files whose text says nothing: what `css_path` names is imported in its place. */
function tailwindConverter(config: Config): Converter {
  return {
    ...shared,
    name: 'Jekyll::Converters::Tailwindcss',
    matches: isTailwind,
    outputExtension: () => '.css',
    convert() {
      const path = dig(config.settings.get('tailwindcss') ?? null, 'css_path');
      return run(config, `@import '${isTruthy(path) ? toS(path) : './_tailwind.css'}';`, []);
    },
  };
}

const shared = {
  priority: 'low',
  highlighterPrefix: null,
  highlighterSuffix: null,
  settings: ['tailwindcss'],
} as const;

function run({ directories: { root }, environment }: Config, text: string, args: readonly string[]): string {
  const program = findProgram(root);
  // Asked before the gem was loaded.
  if (program === null) throw new Error('Tailwind has gone from the site meanwhile.');
  const minify = environment === 'development' ? [] : ['--minify'];
  // Else it asks for newer data on browsers, which is not ours to fetch.
  const quiet = { BROWSERSLIST_IGNORE_OLD_DATA: '1' };
  return runNode([program, '--input', '-', ...args, ...minify], root, text, quiet);
}
