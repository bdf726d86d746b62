import { type Document, lookup, type Page } from '../../model/page.js';
import type { GeneratorTools } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { basenameOf, dirnameOf, extensionOf } from '../../url/extension.js';
import { addressesOf, fileNamesOf, numberedTitle } from './addresses.js';
import { mergedFrontMatter } from './merged-front-matter.js';
import { numberOfPages, paginatorOf } from './paginator.js';
import { integerUnder, textOf, wrong } from './settings.js';
import { trailOf } from './trail.js';

/** A page that a listing is made from. */
export interface Template {
  readonly page: Page;
  /** Its front matter as written. */
  readonly own: RubyHash;
  /** Whether it was made for a tag, category or collection: then its text is its layout's, which its pages have anyway. */
  readonly isAutopage: boolean;
}

/** One page of a listing, but for what its templates see as `paginator`. */
interface Part {
  /** From 1. */
  readonly number: number;
  /** Of the listing's pages. */
  readonly total: number;
  readonly title: Value;
  /** As its paginator tells it. */
  readonly address: string;
  /** Of its file, e.g. `feed.json`, or `.html` where no `indexpage` is set: then it has no extension, and is no Markdown. */
  readonly name: string;
}

/**
 * The pages of a listing, of which the first takes the template's place (`PaginationModel#paginate`). One without documents has one page.
 *
 * @param settings  the site's with the template's own
 * @param siteTitle for a template without a title
 */
export function listingPages(
  template: Template,
  settings: RubyHash,
  { documents, siteTitle }: { readonly documents: readonly Document[]; readonly siteTitle: Value },
  tools: GeneratorTools,
): readonly Page[] {
  const perPage = integerUnder(settings, 'per_page');
  if (perPage === 0) wrong('per_page', 'a number from 1', settings.get('per_page') ?? null);
  const total = numberOfPages(documents.length, perPage, integerUnder(settings, 'limit'));
  const names = fileNamesOf(settings);
  const permalink = textOf(settings, 'permalink');
  const addresses = addressesOf(folderOf(template.page, tools), permalink, { names, total });
  const ownTitle = lookup(template.page, 'title');
  const title = isTruthy(ownTitle) ? ownTitle : siteTitle;
  const parts = Array.from({ length: Math.max(0, total) }, (_, index): Part => {
    const number = index + 1;
    return {
      number,
      total,
      title: number === 1 ? title : numberedTitle(settings, toS(title), number, total),
      address: addresses.own(number),
      name: names.index + names.extension,
    };
  });
  const trail = trailOf(settings, parts);
  return parts.map((part) => ({
    ...partPage(template, part, tools),
    paginator: paginatorOf(part.number, { documents, perPage, total, addresses }, trail(part.number)),
    givenUrl: addresses.url(part.number),
  }));
}

/** The permalink if there is one, else the folder of the address. */
function folderOf(page: Page, tools: GeneratorTools): string {
  const permalink = lookup(page, 'permalink');
  if (isTruthy(permalink)) return toS(permalink);
  const url = tools.urlOf(page);
  return url.endsWith('/') ? url : dirnameOf(url);
}

/** A copy of the template. It has a name, but stands in no folder. */
function partPage(template: Template, part: Part, tools: GeneratorTools): Page {
  const { page, isAutopage } = template;
  const { name, number } = part;
  return {
    kind: 'page',
    id: `${page.id}#${number}`,
    source: null,
    path: name,
    ...mergedFrontMatter(
      ownOf(template, part),
      tools.defaultsFor(name),
      (key) => lookup(page, key),
      page.data,
    ),
    body: isAutopage ? '' : page.body,
    bodyLine: isAutopage ? 1 : page.bodyLine,
    name,
    extension: extensionOf(name),
    url: '',
    outputPath: '',
    dir: '/',
    basename: basenameOf(name),
    // The gem leaves `post_init` out.
    isInitialized: true,
    madeFor: `page ${number} of ${page.madeFor ?? page.path}`,
  };
}

/** Its front matter (`PaginationPage`). */
function ownOf({ page, own, isAutopage }: Template, { number, total, title, address }: Part): RubyHash {
  const values: RubyHash = new Map(own);
  if (isAutopage) values.set('autopages', own.get('autopage')!);
  values.set(
    'pagination_info',
    new Map<Value, Value>([
      ['curr_page', number],
      ['total_pages', total],
    ]),
  );
  if (isTruthy(lookup(page, 'permalink'))) values.set('permalink', address);
  values.set('title', title);
  return number === 1 ? values : values.set('autogen', 'jekyll-paginate-v2');
}
