/** The `collections` section: brought to one form, `posts` always there (`Configuration#add_default_collections`). */
import type { CollectionConfig } from '../model/config.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { permalinkTemplate } from '../url/permalink.js';

/** The settings with a list of labels made a mapping, and `posts` first, written, and with the site's permalink style. */
export function withDefaultCollections(settings: RubyHash): RubyHash {
  const listed = settings.get('collections') ?? null;
  if (!Array.isArray(listed) && !(listed instanceof Map)) return settings;
  const collections = deepMerge(new Map([['posts', new Map()]]), asMapping(listed));
  const own = collections.get('posts');
  const posts: RubyHash = own instanceof Map ? new Map(own) : new Map();
  posts.set('output', true);
  const style = settings.get('permalink') ?? null;
  if (isTruthy(style) && !isTruthy(posts.get('permalink') ?? null)) {
    posts.set('permalink', permalinkTemplate(toS(style)));
  }
  collections.set('posts', posts);
  return new Map(settings).set('collections', collections);
}

function asMapping(collections: RubyHash | Value[]): RubyHash {
  return collections instanceof Map ? collections : new Map(collections.map((label) => [label, new Map()]));
}

/** One record per collection, in the configuration's order. */
export function collectionConfigs(settings: RubyHash): CollectionConfig[] {
  const collections = settings.get('collections');
  if (!(collections instanceof Map)) return [];
  return [...collections.keys()].map((key) => collectionConfig(toS(key), collections));
}

/** A label keeps only some characters, and a section is looked up by what is left: one named `články` has no settings. */
function collectionConfig(name: string, collections: RubyHash): CollectionConfig {
  const label = name.replace(/[^a-zA-Z0-9_\-.]/g, '');
  const section = collections.get(label);
  const metadata: RubyHash = section instanceof Map ? section : new Map();
  const permalink = metadata.get('permalink') ?? null;
  const sortBy = metadata.get('sort_by');
  const order = metadata.get('order');
  return {
    label,
    output: isTruthy(metadata.get('output') ?? null),
    permalink: permalink === null ? null : toS(permalink),
    sortBy: typeof sortBy === 'string' ? sortBy : null,
    order: Array.isArray(order) ? order.map(toS) : null,
    metadata,
  };
}
