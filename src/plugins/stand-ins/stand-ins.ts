/**
 * Tags of gems that ask other programs or the network: in their place stands what a reader can do with, so that the site is built. Their
 * rows in `known-gems.ts` say what is missing and what is there instead, once for each site.
 */
import type { Plugin } from '../../model/plugin.js';
import { diagrams } from './diagrams.js';
import { pictureTag } from './picture-tag.js';
import { plantuml } from './plantuml.js';
import { responsiveImage } from './responsive-image.js';
import { twitterPlugin } from './twitter-plugin.js';

const plugins: readonly Plugin[] = [diagrams, pictureTag, plantuml, responsiveImage, twitterPlugin];

/** By each of a gem's names. */
export const standIns: ReadonlyMap<string, Plugin> = new Map([
  ...plugins.map((plugin) => [plugin.name, plugin] as const),
  ['jekyll-picture-tag', pictureTag],
]);
