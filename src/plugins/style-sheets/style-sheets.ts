import type { Plugin } from '../../model/plugin.js';
import { hasPostcss, postcss } from './postcss.js';
import { hasPostcssCli, postcssV2 } from './postcss-v2.js';
import { hasTailwind, tailwind } from './tailwind.js';

/** A gem whose work an npm package of the site's does. */
interface PackagedGem {
  readonly plugin: Plugin;
  /** Whether the site has the package; where it has not, the gem's row in `known-gems.ts` says what to install. */
  readonly isReady: (root: string) => boolean;
}

/** By name. */
export const styleSheetGems: ReadonlyMap<string, PackagedGem> = new Map([
  [postcss.name, { plugin: postcss, isReady: hasPostcss }],
  [postcssV2.name, { plugin: postcssV2, isReady: hasPostcssCli }],
  [tailwind.name, { plugin: tailwind, isReady: hasTailwind }],
]);
