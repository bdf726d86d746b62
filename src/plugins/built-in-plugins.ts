import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { includeCache } from './include-cache.js';
import { paginate } from './paginate.js';
import { redirectFrom } from './redirect-from.js';
import { sitemap } from './sitemap.js';

/** The gems restated here, by name. */
export const builtInPlugins: ReadonlyMap<string, EnginePlugin> = new Map(
  [includeCache, paginate, redirectFrom, sitemap].map((plugin) => [plugin.name, plugin]),
);
