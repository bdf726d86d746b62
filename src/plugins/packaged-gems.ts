import type { Plugin } from '../model/plugin.js';
import { coffeescript, hasCoffeescript } from './coffeescript.js';
import { hasPostcss, postcss } from './style-sheets/postcss.js';
import { hasPostcssCli, postcssV2 } from './style-sheets/postcss-v2.js';
import { hasTailwind, tailwind } from './style-sheets/tailwind.js';

/** A gem whose work an npm package of the site's does. */
interface PackagedGem {
  readonly plugin: Plugin;
  /** Whether the site has the package; where it has not, the gem's row in `known-gems.ts` says what to install. */
  readonly isReady: (root: string) => boolean;
}

/** By name. */
export const packagedGems: ReadonlyMap<string, PackagedGem> = new Map([
  [coffeescript.name, { plugin: coffeescript, isReady: hasCoffeescript }],
  [postcss.name, { plugin: postcss, isReady: hasPostcss }],
  [postcssV2.name, { plugin: postcssV2, isReady: hasPostcssCli }],
  [tailwind.name, { plugin: tailwind, isReady: hasTailwind }],
]);
