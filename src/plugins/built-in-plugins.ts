import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { archives } from './archives.js';
import { archivesV2 } from './archives-v2/archives-v2.js';
import { asciidoc } from './asciidoc/asciidoc.js';
import { avatar } from './avatar.js';
import { coffeescript } from './coffeescript.js';
import { data } from './data.js';
import { datapageGenerator } from './datapage-generator/datapage-generator.js';
import { defaultLayout } from './default-layout.js';
import { emailProtect } from './email-protect.js';
import { environmentVariables } from './environment-variables.js';
import { externalLinks } from './external-links.js';
import { feed } from './feed/feed.js';
import { figure } from './figure.js';
import { gist } from './gist.js';
import { githubMetadata } from './github-metadata/github-metadata.js';
import { includeCache } from './include-cache.js';
import { inlineSvg } from './inline-svg/inline-svg.js';
import { jemoji } from './jemoji/jemoji.js';
import { katex } from './katex.js';
import { lastModifiedAt } from './last-modified-at/last-modified-at.js';
import { linkAttributes } from './link-attributes/link-attributes.js';
import { loadingLazy } from './loading-lazy.js';
import { mentions } from './mentions.js';
import { menus } from './menus/menus.js';
import { multipleLanguages } from './multiple-languages/multiple-languages.js';
import { octicons } from './octicons.js';
import { optionalFrontMatter } from './optional-front-matter.js';
import { paginate } from './paginate.js';
import { paginateV2 } from './paginate-v2/paginate-v2.js';
import { polyglot } from './polyglot/polyglot.js';
import { premonition } from './premonition/premonition.js';
import { readmeIndex } from './readme-index.js';
import { redirectFrom } from './redirect-from.js';
import { regexReplace } from './regex-replace.js';
import { relativeLinks } from './relative-links/relative-links.js';
import { scholar } from './scholar/scholar.js';
import { seoTag } from './seo-tag/seo-tag.js';
import { sitemap } from './sitemap.js';
import { spaceship } from './spaceship/spaceship.js';
import { tabs } from './tabs.js';
import { tagging } from './tagging/tagging.js';
import { targetBlank } from './target-blank.js';
import { titlesFromHeadings } from './titles-from-headings.js';
import { toc } from './toc/toc.js';
import { youtube } from './youtube.js';

const plugins: readonly EnginePlugin[] = [
  archives,
  archivesV2,
  asciidoc,
  avatar,
  coffeescript,
  data,
  datapageGenerator,
  defaultLayout,
  emailProtect,
  environmentVariables,
  externalLinks,
  feed,
  figure,
  gist,
  githubMetadata,
  includeCache,
  inlineSvg,
  jemoji,
  katex,
  lastModifiedAt,
  linkAttributes,
  loadingLazy,
  mentions,
  multipleLanguages,
  menus,
  octicons,
  optionalFrontMatter,
  paginate,
  paginateV2,
  polyglot,
  premonition,
  readmeIndex,
  redirectFrom,
  regexReplace,
  relativeLinks,
  scholar,
  seoTag,
  sitemap,
  tabs,
  tagging,
  spaceship,
  targetBlank,
  titlesFromHeadings,
  toc,
  youtube,
];

/** The gems restated here, by each of their names. */
export const builtInPlugins: ReadonlyMap<string, EnginePlugin> = new Map(
  plugins.flatMap((plugin) => [plugin.name, ...(plugin.otherNames ?? [])].map((name) => [name, plugin])),
);
