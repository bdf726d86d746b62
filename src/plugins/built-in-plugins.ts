import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { archives } from './archives.js';
import { avatar } from './avatar.js';
import { data } from './data.js';
import { defaultLayout } from './default-layout.js';
import { emailProtect } from './email-protect.js';
import { feed } from './feed/feed.js';
import { gist } from './gist.js';
import { githubMetadata } from './github-metadata/github-metadata.js';
import { includeCache } from './include-cache.js';
import { jemoji } from './jemoji/jemoji.js';
import { lastModifiedAt } from './last-modified-at/last-modified-at.js';
import { mentions } from './mentions.js';
import { octicons } from './octicons.js';
import { optionalFrontMatter } from './optional-front-matter.js';
import { paginate } from './paginate.js';
import { paginateV2 } from './paginate-v2/paginate-v2.js';
import { readmeIndex } from './readme-index.js';
import { redirectFrom } from './redirect-from.js';
import { relativeLinks } from './relative-links/relative-links.js';
import { scholar } from './scholar/scholar.js';
import { seoTag } from './seo-tag/seo-tag.js';
import { sitemap } from './sitemap.js';
import { targetBlank } from './target-blank.js';
import { titlesFromHeadings } from './titles-from-headings.js';
import { toc } from './toc/toc.js';
import { youtube } from './youtube.js';

const plugins: readonly EnginePlugin[] = [
  archives,
  avatar,
  data,
  defaultLayout,
  emailProtect,
  feed,
  gist,
  githubMetadata,
  includeCache,
  jemoji,
  lastModifiedAt,
  mentions,
  octicons,
  optionalFrontMatter,
  paginate,
  paginateV2,
  readmeIndex,
  redirectFrom,
  relativeLinks,
  scholar,
  seoTag,
  sitemap,
  targetBlank,
  titlesFromHeadings,
  toc,
  youtube,
];

/** The gems restated here, by each of their names. */
export const builtInPlugins: ReadonlyMap<string, EnginePlugin> = new Map(
  plugins.flatMap((plugin) => [plugin.name, ...(plugin.otherNames ?? [])].map((name) => [name, plugin])),
);
