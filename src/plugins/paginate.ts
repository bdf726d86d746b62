import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { SiteError } from '../model/diagnostic.js';
import { type Document, lookup, type Page, type Paginator } from '../model/page.js';
import type { Additions, Change, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { inspect } from '../ruby/inspect.js';
import { leadingInteger } from '../ruby/integer.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { compareInTemplates } from '../site/document-order.js';
import { dirnameOf } from '../url/extension.js';

/** jekyll-paginate 1.1.0: splits the posts into pages made from an `index.html`. */
export const paginate: EnginePlugin = {
  name: 'jekyll-paginate',
  isSafe: true,
  generators: [{ name: 'Jekyll::Paginate::Pagination', priority: 'lowest', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const { settings } = site.config;
  const setting = settings.get('paginate') ?? null;
  if (setting === null || site.pages.length === 0) return {};
  const path = toS(settings.get('paginate_path') ?? null);
  const template = templatePage(site.pages, path);
  if (!template) {
    tools.report(messages.paginationWithoutIndex());
    return {};
  }
  const perPage = Number(leadingInteger(toS(setting)));
  if (perPage < 1) throw new SiteError(messages.paginationSize(inspect(setting)));
  return split(template, postsToShow(site), perPage, path);
}

/**
 * Of the pages named `index.html` in the folder of `paginate_path` or one above it, the one with the longest path; the first of several
 * (`Pagination#template_page`).
 */
function templatePage(pages: readonly Page[], paginatePath: string): Page | undefined {
  const folder = dirnameOf(withLeadingSlash(paginatePath));
  const candidates = pages.filter(({ name, path }) => {
    const own = dirnameOf(withLeadingSlash(path));
    return name === 'index.html' && (own === '/' || `${folder}/`.startsWith(`${own}/`));
  });
  return candidates.sort((a, b) => b.path.length - a.path.length)[0];
}

/** Newest first, without those whose front matter has `hidden`. */
function postsToShow(site: Site): readonly Document[] {
  const posts = site.collections.get('posts')?.documents ?? [];
  return posts
    .filter(({ data }) => !isTruthy(data.get('hidden') ?? null))
    .sort((a, b) => compareInTemplates(b, a));
}

/** The template becomes the first page, copies of it the others. */
function split(template: Page, posts: readonly Document[], perPage: number, path: string): Additions {
  const total = Math.ceil(posts.length / perPage);
  const pathOf = (number: number): Value => {
    if (number < 1 || number > total) return null;
    return number === 1 ? template.url : withLeadingSlash(path.replace(':num', () => String(number)));
  };
  const paginators = Array.from({ length: total }, (_, index) =>
    paginator(posts, index + 1, { perPage, total, pathOf }),
  );
  const [first, ...others] = paginators;
  if (!first) return {};
  return {
    changes: new Map<string, Change>([[template.id, { paginator: first }]]),
    pages: others.map((part, index) => copyOf(template, part, index + 2, toS(pathOf(index + 2)))),
  };
}

interface Division {
  readonly perPage: number;
  /** Number of pages. */
  readonly total: number;
  /** `null` outside the listing. */
  readonly pathOf: (page: number) => Value;
}

function paginator(
  posts: readonly Document[],
  number: number,
  { perPage, total, pathOf }: Division,
): Paginator {
  const neighbour = (page: number): Value => (page < 1 || page > total ? null : page);
  const values: RubyHash = new Map<Value, Value>([
    ['page', number],
    ['per_page', perPage],
    ['posts', null],
    ['total_posts', posts.length],
    ['total_pages', total],
    ['previous_page', neighbour(number - 1)],
    ['previous_page_path', pathOf(number - 1)],
    ['next_page', neighbour(number + 1)],
    ['next_page_path', pathOf(number + 1)],
  ]);
  const shown = posts.slice((number - 1) * perPage, number * perPage);
  return { values, documents: shown.map(({ id }) => id) };
}

function copyOf(template: Page, part: Paginator, number: number, dir: string): Page {
  const { givenUrl: _, ...file } = template;
  return {
    ...file,
    ...withoutSharedPermalink(template),
    id: `${template.id}#${number}`,
    dir,
    paginator: part,
    // The gem reads the template anew, whose `post_init` then makes of it what it has made already.
    isInitialized: true,
    madeFor: `page ${number}`,
    url: '',
    outputPath: '',
  };
}

/**
 * A permalink that names no folder is the first page's alone. The gem reads the template anew in the folder of its address: it has the last
 * page overwrite the others, or finds no file there and writes empty ones.
 */
function withoutSharedPermalink(template: Page): Pick<Page, 'data' | 'frontMatter'> {
  const permalink = lookup(template, 'permalink');
  if (permalink === null || toS(permalink).includes(':path')) {
    return { data: new Map(template.data), frontMatter: new Map(template.frontMatter) };
  }
  return { data: withoutPermalink(template.data), frontMatter: withoutPermalink(template.frontMatter) };
}

function withoutPermalink(values: RubyHash): RubyHash {
  return new Map([...values].filter(([key]) => key !== 'permalink'));
}

function withLeadingSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
