import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Page } from '../../model/page.js';
import type { Additions, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { hasOwnFile } from '../shared/own-file.js';
import { eachOf } from '../shared/template-values.js';
import { feedMetaTag } from './feed-meta-tag.js';
import { feedTag } from './feed-tag.js';
import { feedReleaseOf } from './release.js';
import { type FeedSettings, readFeedSettings } from './settings.js';

/** jekyll-feed 0.17.0, or what the lock says from 0.9.3 on: Atom feeds of posts, other collections, their categories and tags, and the tag `feed_meta`. */
export const feed: EnginePlugin = {
  name: 'jekyll-feed',
  isSafe: true,
  generators: [{ name: 'JekyllFeed::Generator', priority: 'lowest', generate }],
  liquidTags: () => [feedTag(), feedMetaTag()],
};

const TOPIC = 'Jekyll Feed:';

function generate(site: Site, tools: GeneratorTools): Additions {
  const settings = readFeedSettings(site.config.settings, feedReleaseOf(site.config));
  if (settings.isOffInDevelopment && site.config.environment === 'development') {
    tools.info(TOPIC, 'Skipping feed generation in development');
    return {};
  }
  const feeds = new Feeds(site, tools);
  for (const [collection, { path, categories }] of settings.collections) {
    tools.info(TOPIC, `Generating feed for ${collection}`);
    const prefix = collection === 'posts' ? '/feed' : `/feed/${collection}`;
    for (const category of categories) {
      feeds.add(`${prefix}/${toS(category)}.xml`, { collection, category });
    }
    feeds.add(path ?? `${prefix}.xml`, { collection });
  }
  addTagFeeds(feeds, settings, site, tools);
  return { pages: feeds.pages };
}

/** Only for tags that make plain file names. */
function addTagFeeds(feeds: Feeds, { tags }: FeedSettings, site: Site, tools: GeneratorTools): void {
  const used = tagsOf(site);
  if (tags === null || used.length === 0) return;
  for (const tag of tags.only ?? used) {
    const name = toS(tag);
    if (tags.except.some((other) => toS(other) === name) || /[^a-zA-Z0-9_]/.test(name)) continue;
    tools.info(TOPIC, `Generating feed for posts tagged ${name}`);
    feeds.add(`${tags.path}${name}.xml`, { collection: 'posts', tag });
  }
}

/** In order of appearance. */
function tagsOf(site: Site): readonly Value[] {
  const posts = site.collections.get('posts')?.documents ?? [];
  return [...new Set(posts.flatMap(({ data }) => eachOf(data.get('tags') ?? null)))];
}

/** What a feed is of. */
interface FeedContents {
  readonly collection: string;
  readonly category?: Value;
  readonly tag?: Value;
}

class Feeds {
  readonly pages: Page[] = [];

  constructor(
    private readonly site: Site,
    private readonly tools: GeneratorTools,
  ) {}

  /** A feed the site has as a file of its own is left alone. */
  add(name: string, { collection, category = null, tag = null }: FeedContents): void {
    if (this.hasFile(name)) return;
    const data: RubyHash = new Map<Value, Value>([
      ['layout', null],
      ['sitemap', false],
      ['xsl', this.hasFile('feed.xslt.xml')],
      ['collection', collection],
      ['category', category],
      ['tags', tag],
    ]);
    this.pages.push(this.tools.page({ path: name, name, data, body: '{% jekyll_feed %}' }));
  }

  private hasFile(path: string): boolean {
    return hasOwnFile(this.site, path);
  }
}
