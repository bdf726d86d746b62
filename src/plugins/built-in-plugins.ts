import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { includeCache } from './include-cache.js';

/** The gems restated here, by name. */
export const builtInPlugins: ReadonlyMap<string, EnginePlugin> = new Map(
  [includeCache].map((plugin) => [plugin.name, plugin]),
);
