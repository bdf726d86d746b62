import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { feed } from './feed/feed.js';
import { includeCache } from './include-cache.js';
import { paginate } from './paginate.js';
import { redirectFrom } from './redirect-from.js';
import { relativeLinks } from './relative-links/relative-links.js';
import { seoTag } from './seo-tag/seo-tag.js';
import { sitemap } from './sitemap.js';

/** The gems restated here, by name. */
export const builtInPlugins: ReadonlyMap<string, EnginePlugin> = new Map(
  [feed, includeCache, paginate, redirectFrom, relativeLinks, seoTag, sitemap].map((plugin) => [
    plugin.name,
    plugin,
  ]),
);
