import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { archives } from './archives.js';
import { avatar } from './avatar.js';
import { defaultLayout } from './default-layout.js';
import { feed } from './feed/feed.js';
import { gist } from './gist.js';
import { githubMetadata } from './github-metadata/github-metadata.js';
import { includeCache } from './include-cache.js';
import { lastModifiedAt } from './last-modified-at/last-modified-at.js';
import { optionalFrontMatter } from './optional-front-matter.js';
import { paginate } from './paginate.js';
import { readmeIndex } from './readme-index.js';
import { redirectFrom } from './redirect-from.js';
import { relativeLinks } from './relative-links/relative-links.js';
import { seoTag } from './seo-tag/seo-tag.js';
import { sitemap } from './sitemap.js';
import { titlesFromHeadings } from './titles-from-headings.js';

/** Those that most sites name: they are there at once. */
const common: readonly EnginePlugin[] = [
  archives,
  avatar,
  defaultLayout,
  feed,
  gist,
  githubMetadata,
  includeCache,
  lastModifiedAt,
  optionalFrontMatter,
  paginate,
  readmeIndex,
  redirectFrom,
  relativeLinks,
  seoTag,
  sitemap,
  titlesFromHeadings,
];

/** The others, by each name that `plugins:` or `require:` loads them by; they are read together, where a site names one. */
const FURTHER: readonly string[] = [
  'jekyll-archives-v2',
  'jekyll-data',
  'jekyll-datapage-generator',
  'jekyll-email-protect',
  'jekyll-environment-variables',
  'jekyll-external-links',
  'jekyll-figure',
  'jekyll-inline-svg',
  'jekyll-katex',
  'jekyll-last-modified',
  'jekyll-link-attributes',
  'jekyll-loading-lazy',
  'jekyll-mentions',
  'jekyll-menus',
  'jekyll-multiple-languages-plugin',
  'jekyll-octicons',
  'jekyll-paginate-v2',
  'jekyll-polyglot',
  'jekyll-regex-replace',
  'jekyll-scholar',
  'jekyll-spaceship',
  'jekyll-tabs',
  'jekyll-tagging',
  'jekyll-target-blank',
  'jekyll-toc',
  'jekyll-youtube',
  'jekyll/scholar',
  'jekyll/tagging',
  'jemoji',
  'premonition',
];

async function loadFurther(name: string): Promise<EnginePlugin> {
  const { furtherPlugins } = await import('./further-plugins.js');
  return furtherPlugins.get(name)!;
}

type Load = () => EnginePlugin | Promise<EnginePlugin>;

/** The gems restated here, by name. */
export const builtInPlugins: ReadonlyMap<string, Load> = new Map([
  ...common.map((plugin): [string, Load] => [plugin.name, () => plugin]),
  ...FURTHER.map((name): [string, Load] => [name, () => loadFurther(name)]),
]);
