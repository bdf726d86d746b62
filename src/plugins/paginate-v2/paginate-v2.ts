import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import { SiteError } from '../../model/diagnostic.js';
import { lookup, type Page } from '../../model/page.js';
import type { Additions, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { atFile } from '../../report/at-file.js';
import * as messages from '../../report/messages.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import { isTruthy, type RubyHash } from '../../ruby/value.js';
import { placeInMessages } from '../../site/site-files.js';
import { autopagesOf } from './autopages.js';
import { ListedDocuments } from './documents.js';
import { listingPages, type Template } from './listing.js';
import { paginationSettings } from './settings.js';

/** jekyll-paginate-v2 3.0.0: splits listings of documents into pages, and makes pages for tags, categories and collections. */
export const paginateV2: EnginePlugin = {
  name: 'jekyll-paginate-v2',
  isSafe: true,
  generators: [{ name: 'Jekyll::PaginateV2::Generator::PaginationGenerator', priority: 'lowest', generate }],
};

const TOPIC = 'Pagination:';

function generate(site: Site, tools: GeneratorTools): Additions {
  const { templates: autopages, changes } = autopagesOf(site, tools);
  const unsplit: Additions = { pages: autopages.map(({ page }) => page), changes };
  const settings = paginationSettings(site.config.settings);
  refuseOldSettings(site, settings, tools);
  if (!isTruthy(settings.get('enabled') ?? null)) {
    tools.info(TOPIC, 'Disabled in site.config.');
    return unsplit;
  }
  if (isTruthy(settings.get('title_suffix') ?? null)) tools.report(messages.deprecation(TITLE_SUFFIX));
  const all = [...site.pages.map(templateOf), ...autopages];
  const templates = all.filter(({ page }) => isEnabled(page));
  if (templates.length === 0) tools.report(messages.paginationWithoutTemplate());
  const listed = new ListedDocuments(site);
  const siteTitle = site.config.settings.get('title') ?? null;
  const pages: Page[] = [];
  const replaced = new Set<Page>();
  for (const template of templates) {
    const own = deepMerge(settings, lookup(template.page, 'pagination') as RubyHash);
    atFile(placeInMessages(template.page), () => {
      replaced.add(template.page);
      pages.push(...listingPages(template, own, { documents: listed.of(own), siteTitle }, tools));
    });
  }
  // Without templates the gem counts nothing, not even to 0.
  tools.info(TOPIC, `Complete, processed ${templates.length || ''} pagination page(s)`);
  const kept = autopages.filter(({ page }) => !replaced.has(page)).map(({ page }) => page);
  const removed = site.pages.filter((page) => replaced.has(page)).map(({ id }) => id);
  return { pages: [...kept, ...pages], removed, changes };
}

const TITLE_SUFFIX =
  "Pagination: The 'title_suffix' configuration has been deprecated. Please use 'title'. " +
  'See https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-GENERATOR.md#site-configuration';

/** `paginate:`, which belongs to jekyll-paginate: the gem would take it, too, but only until 2017. */
function refuseOldSettings(site: Site, settings: RubyHash, tools: GeneratorTools): void {
  const old = site.config.settings.get('paginate') ?? null;
  if (old !== null) {
    tools.info(TOPIC, 'Legacy paginate configuration settings detected and will be used.');
    if ((site.config.settings.get('pagination') ?? null) !== null) {
      throw new SiteError(messages.paginationTwice());
    }
  } else if (!isTruthy(settings.get('enabled') ?? null) || !isTruthy(settings.get('legacy') ?? null)) return;
  throw new SiteError(messages.paginationLegacy());
}

function templateOf(page: Page): Template {
  return { page, own: page.frontMatter, isAutopage: false };
}

function isEnabled(page: Page): boolean {
  const own = lookup(page, 'pagination');
  return own instanceof Map && isTruthy(own.get('enabled') ?? null);
}
