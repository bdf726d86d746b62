import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Frame } from '../liquid/run/frame.js';
import { includeCachedTag } from '../liquid/tags/include.js';
import { inspect } from '../ruby/inspect.js';
import type { RubyHash } from '../ruby/value.js';
import { isFrom, versionOf } from './shared/gem-version.js';

/** jekyll-include-cache 0.2.1, and 0.2.0: the tag `include_cached`. */
export const includeCache: EnginePlugin = {
  name: 'jekyll-include-cache',
  isSafe: true,
  liquidTags: () => [includeCachedTag(keyOf)],
};

/**
 * From 0.2.1 on the values alone, in the order of their names: `x="1"` and `y="1"` are one and the same. Before, the names and their order
 * count as well. None behind a name in braces are not the same as none at all.
 */
function keyOf({ config }: Frame, params: RubyHash): string {
  if (!isFrom(versionOf(config, 'jekyll-include-cache'), '0.2.1')) return inspect(params);
  const names = [...params.keys()].map(String).sort();
  return ['values', ...names.map((name) => inspect(params.get(name) ?? null))].join('\0');
}
