import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import type { Page } from '../model/page.js';
import type { Additions, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { listedStaticFiles } from '../site/site-files.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { hasOwnFile, isPublic } from './shared/own-file.js';
import { dig, eachOf, FilterTable } from './shared/template-values.js';

/** jekyll-sitemap 1.4.0 and releases before it: `sitemap.xml` and `robots.txt`, unless the site has its own. */
export const sitemap: EnginePlugin = {
  name: 'jekyll-sitemap',
  isSafe: true,
  generators: [{ name: 'Jekyll::JekyllSitemap', priority: 'lowest', generate }],
  liquidTags: () => [sitemapTag()],
};

/** Files without front matter that a sitemap lists. */
const LISTED_EXTENSIONS: ReadonlySet<Value> = new Set(['.htm', '.html', '.xhtml', '.pdf']);

function generate(site: Site, tools: GeneratorTools): Additions {
  const hasOwn = ownFiles(site);
  const pages: Page[] = [];
  const add = (name: string, body: string, data: readonly [Value, Value][]): void => {
    if (hasOwn(name)) return;
    pages.push(tools.page({ path: name, body, data: new Map([['layout', null], ...data]) }));
  };
  add('sitemap.xml', '{% jekyll_sitemap %}', [['xsl', hasOwn('sitemap.xsl')]]);
  add('robots.txt', 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n', []);
  return { pages };
}

/** Whether the site has a file of its own: from 1.4.0 on one with that address, before one with that path. */
function ownFiles(site: Site): (name: string) => boolean {
  if (!isFrom(versionOf(site.config, 'jekyll-sitemap'), '1.4.0')) return (name) => hasOwnFile(site, name);
  const urls = new Set([...site.pages, ...listedStaticFiles(site)].map(({ url }) => url));
  return (name) => urls.has(`/${name}`) || isPublic(site.publicFiles, name);
}

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Writes the sitemap at the page's turn, when documents have their final front matter. */
function sitemapTag(): TagDefinition {
  const filters = new FilterTable();
  return {
    name: 'jekyll_sitemap',
    parse: () => ({ isBlank: false, write: (frame) => frame.write(new Sitemap(frame, filters).toXml()) }),
  };
}

class Sitemap {
  constructor(
    private readonly frame: Frame,
    private readonly filters: FilterTable,
  ) {}

  toXml(): string {
    const site = this.frame.lookup('site');
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      this.styleSheet(),
      `<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${SCHEMA} ${SCHEMA}/sitemap.xsd" xmlns="${SCHEMA}">\n`,
      ...this.documents(dig(site, 'collections')),
      ...this.pages(dig(site, 'html_pages')),
      ...this.files(dig(site, 'static_files')),
      '</urlset>\n',
    ].join('');
  }

  private styleSheet(): string {
    if (!isTruthy(dig(this.frame.page, 'xsl'))) return '';
    const url = this.filters.text(this.frame, '/sitemap.xsl', 'absolute_url');
    return `<?xml-stylesheet type="text/xsl" href="${url}"?>\n`;
  }

  private documents(collections: Value): string[] {
    return eachOf(collections)
      .filter((collection) => dig(collection, 'output') !== false)
      .flatMap((collection) => listed(dig(collection, 'docs')))
      .map((document) => {
        const changed = dig(document, 'last_modified_at');
        const date = dig(document, 'date');
        const hasDate = isTruthy(changed) || isTruthy(date);
        // An empty text asks for an element, but gives way to the document's date in it.
        const modified = hasDate ? (this.filters.firstOf(this.frame, changed, date) ?? '') : null;
        return this.entry(dig(document, 'url'), modified);
      });
  }

  private pages(pages: Value): string[] {
    return listed(pages)
      .filter((page) => dig(page, 'url') !== '/404.html')
      .map((page) => {
        const changed = dig(page, 'last_modified_at');
        return this.entry(dig(page, 'url'), isTruthy(changed) ? changed : null);
      });
  }

  private files(files: Value): string[] {
    return listed(files)
      .filter((file) => LISTED_EXTENSIONS.has(dig(file, 'extname')) && dig(file, 'name') !== '404.html')
      .map((file) => this.entry(dig(file, 'path'), dig(file, 'modified_time')));
  }

  private entry(path: Value, modified: Value): string {
    const { filters, frame } = this;
    const address = filters.text(
      frame,
      toS(path).replaceAll('/index.html', '/'),
      'absolute_url',
      'xml_escape',
    );
    const date = modified === null ? '' : filters.text(frame, modified, 'date_to_xmlschema');
    const lastModified = modified === null ? '' : `<lastmod>${date}</lastmod>\n`;
    return `<url>\n<loc>${address}</loc>\n${lastModified}</url>\n`;
  }
}

function listed(items: Value): readonly Value[] {
  return eachOf(items).filter((item) => dig(item, 'sitemap') !== false);
}
