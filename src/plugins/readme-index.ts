import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Page, StaticFile } from '../model/page.js';
import type { Additions, Change, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';
import { isMarkdown, listedStaticFiles } from '../site/site-files.js';
import { dirnameOf } from '../url/extension.js';
import { withFrontMatter } from './shared/front-matter.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { dig } from './shared/template-values.js';

/** jekyll-readme-index 0.3.0, and 0.2.0 without `with_frontmatter`: a README becomes the index of its folder where there is none. */
export const readmeIndex: EnginePlugin = {
  name: 'jekyll-readme-index',
  isSafe: true,
  generators: [{ name: 'JekyllReadmeIndex::Generator', priority: 'low', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const option = (key: string): Value => dig(site.config.settings, 'readme_index', key);
  if (option('enabled') === false) return {};
  const folders = new IndexedFolders(site);
  const isReadme = (file: Page | StaticFile): boolean =>
    isMarkdown(file, site.config) && file.basename.toLowerCase() === 'readme';

  const pages: Page[] = [];
  const removed: string[] = [];
  for (const file of listedStaticFiles(site).filter(isReadme)) {
    const permalink = folders.claim(file.url);
    if (permalink === null) continue;
    const page = tools.readPage(file);
    pages.push({ ...page, ...withPermalink(page, permalink), id: `${page.id}#index` });
    if (option('remove_originals') === true) removed.push(file.id);
  }

  const movesPages =
    isFrom(versionOf(site.config, 'jekyll-readme-index'), '0.3.0') && option('with_frontmatter') === true;
  if (!movesPages) return { pages, removed };
  const changes = new Map<string, Change>();
  for (const page of site.pages.filter(isReadme)) {
    const permalink = folders.claim(page.url);
    if (permalink !== null) changes.set(page.id, withPermalink(page, permalink));
  }
  // The gem comes across the pages it has just made, and moves them on.
  const moved = pages.map((page) => {
    const permalink = folders.claim(urlOf(page));
    return permalink === null ? page : { ...page, ...withPermalink(page, permalink) };
  });
  return { pages: moved, removed, changes };
}

function withPermalink(page: Page, permalink: string): Change {
  return withFrontMatter(page, new Map([['permalink', permalink]]));
}

function urlOf({ data }: Page): string {
  return toS(data.get('permalink') ?? null).replace('//', '/');
}

/** Folders of the output, and how many indexes they have. */
class IndexedFolders {
  private readonly counts = new Map<string, number>();

  constructor(site: Site) {
    for (const { url } of [...site.pages, ...listedStaticFiles(site)]) this.count(url, 1);
  }

  /** Takes the folder a file lies in for that file, which leaves its own address; the new permalink, `null` when there is an index. */
  claim(url: string): string | null {
    const permalink = `${dirnameOf(url)}/`;
    const folder = permalink.replace('//', '/');
    if ((this.counts.get(folder.toLowerCase()) ?? 0) > 0) return null;
    this.count(url, -1);
    this.count(folder, 1);
    return permalink;
  }

  private count(url: string, by: 1 | -1): void {
    const folder = url.toLowerCase().replace(/\/index\.(?:html?|xhtml|xml)$/, '/');
    if (folder.endsWith('/')) this.counts.set(folder, (this.counts.get(folder) ?? 0) + by);
  }
}
