import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { archives } from './archives.js';
import { avatar } from './avatar.js';
import { defaultLayout } from './default-layout.js';
import { feed } from './feed/feed.js';
import { gist } from './gist.js';
import { includeCache } from './include-cache.js';
import { jemoji } from './jemoji/jemoji.js';
import { lastModifiedAt } from './last-modified-at/last-modified-at.js';
import { mentions } from './mentions.js';
import { optionalFrontMatter } from './optional-front-matter.js';
import { paginate } from './paginate.js';
import { readmeIndex } from './readme-index.js';
import { redirectFrom } from './redirect-from.js';
import { relativeLinks } from './relative-links/relative-links.js';
import { seoTag } from './seo-tag/seo-tag.js';
import { sitemap } from './sitemap.js';
import { targetBlank } from './target-blank.js';
import { titlesFromHeadings } from './titles-from-headings.js';
import { toc } from './toc/toc.js';

const plugins: readonly EnginePlugin[] = [
  archives,
  avatar,
  defaultLayout,
  feed,
  gist,
  includeCache,
  jemoji,
  lastModifiedAt,
  mentions,
  optionalFrontMatter,
  paginate,
  readmeIndex,
  redirectFrom,
  relativeLinks,
  seoTag,
  sitemap,
  targetBlank,
  titlesFromHeadings,
  toc,
];

/** The gems restated here, by name. */
export const builtInPlugins: ReadonlyMap<string, EnginePlugin> = new Map(
  plugins.map((plugin) => [plugin.name, plugin]),
);
