import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { includeCached } from '../liquid/tags/include.js';

/** jekyll-include-cache 0.2.1: the tag `include_cached`. */
export const includeCache: EnginePlugin = {
  name: 'jekyll-include-cache',
  isSafe: true,
  liquidTags: () => [includeCached],
};
