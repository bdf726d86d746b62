import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Page, StaticFile } from '../model/page.js';
import type { Additions, Change, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import type { Value } from '../ruby/value.js';
import { isMarkdown, listedStaticFiles } from '../site/site-files.js';
import { dirnameOf } from '../url/extension.js';
import { withFrontMatter } from './shared/front-matter.js';
import { dig } from './shared/template-values.js';

/** jekyll-readme-index 0.3.0: a README becomes the index of its folder where there is none. */
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
    if (!folders.claim(file.url)) continue;
    const page = tools.readPage(file);
    const change = withFrontMatter(page, permalinkOf(file.url));
    pages.push({ ...page, ...change, id: `${page.id}#index` });
    if (option('remove_originals') === true) removed.push(file.id);
  }

  const changes = new Map<string, Change>();
  const candidates = option('with_frontmatter') === true ? site.pages.filter(isReadme) : [];
  for (const page of candidates) {
    if (folders.claim(page.url)) changes.set(page.id, withFrontMatter(page, permalinkOf(page.url)));
  }
  return { pages, removed, changes };
}

function permalinkOf(url: string): Map<Value, Value> {
  return new Map([['permalink', `${dirnameOf(url)}/`]]);
}

/** Folders of the output that have an index. */
class IndexedFolders {
  private readonly urls: Set<string>;

  constructor(site: Site) {
    const urls = [...site.pages, ...listedStaticFiles(site)].map(({ url }) => url.toLowerCase());
    this.urls = new Set(urls.map((url) => url.replace(/\/index\.(?:html?|xhtml|xml)$/, '/')));
  }

  /** Takes the folder a file lies in for that file; `false` when it has an index. */
  claim(url: string): boolean {
    const folder = `${dirnameOf(url)}/`.replace('//', '/').toLowerCase();
    if (this.urls.has(folder)) return false;
    this.urls.add(folder);
    return true;
  }
}
