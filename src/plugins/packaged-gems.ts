import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { coffeescript, hasCoffeescript } from './coffeescript.js';
import { packageFile } from './module-file.js';
import { autoprefixer, hasAutoprefixer } from './style-sheets/autoprefixer.js';
import { hasPostcss, postcss } from './style-sheets/postcss.js';
import { hasPostcssCli, postcssV2 } from './style-sheets/postcss-v2.js';
import { hasTailwind, tailwind } from './style-sheets/tailwind.js';

/** A gem whose work an npm package of the site's does. */
interface PackagedGem {
  readonly load: () => EnginePlugin | Promise<EnginePlugin>;
  /** Whether the site has the package; where it has not, the gem's row in `known-gems.ts` says what to install. */
  readonly isReady: (root: string) => boolean;
}

/** By name. */
export const packagedGems: ReadonlyMap<string, PackagedGem> = new Map<string, PackagedGem>([
  [
    'jekyll-asciidoc',
    {
      load: async () => (await import('./asciidoc/asciidoc.js')).asciidoc,
      isReady: (root) => packageFile('@asciidoctor/core', root) !== null,
    },
  ],
  [autoprefixer.name, { load: () => autoprefixer, isReady: hasAutoprefixer }],
  [coffeescript.name, { load: () => coffeescript, isReady: hasCoffeescript }],
  [postcss.name, { load: () => postcss, isReady: hasPostcss }],
  [postcssV2.name, { load: () => postcssV2, isReady: hasPostcssCli }],
  [tailwind.name, { load: () => tailwind, isReady: hasTailwind }],
]);
