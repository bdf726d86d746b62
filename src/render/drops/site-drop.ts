import { ClockTime } from '../../liquid/clock-time.js';
import { groupKey } from '../../model/dependency.js';
import { type Document, lookup, type Page, type StaticFile } from '../../model/page.js';
import type { Collection, Site } from '../../model/site.js';
import { order } from '../../ruby/compare.js';
import { DefaultHash } from '../../ruby/default-hash.js';
import { isWithin } from '../../ruby/file-path.js';
import { toS } from '../../ruby/to-s.js';
import { type Drop, isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { compareInTemplates } from '../../site/document-order.js';
import { allStaticFiles } from '../../site/site-files.js';
import { extensionOf, isHtml } from '../../url/extension.js';
import { CollectionDrop } from './collection-drop.js';
import type { DropScope } from './drop-scope.js';
import { EnumerableDrop } from './enumerable-drop.js';
import { pageHash } from './page-hash.js';
import { ObservedHash } from './recorded-hash.js';
import { StaticFileDrop } from './static-file-drop.js';

/** What `site` has besides settings and collections. */
export const SITE_PROPERTIES = [
  'time',
  'tags',
  'config',
  'data',
  'static_files',
  'pages',
  'categories',
  'html_pages',
  'posts',
  'documents',
  'collections',
  'related_posts',
] as const;

/** `site.related_posts` has at most so many. */
const MOST_RELATED = 10;

/**
 * `site` (Jekyll 4.4.1, `Drops::SiteDrop`). Arrays are made once per build, at their first use, and shared by all templates;
 * `pages` alone is made anew when a style sheet's source map joins the pages. Members and order of a list are read with it.
 */
export class SiteDrop extends EnumerableDrop {
  readonly className = 'Jekyll::Drops::SiteDrop';
  protected readonly properties = SITE_PROPERTIES;
  protected readonly fallback: RubyHash;
  private readonly made = new Map<string, Value>();
  private readonly pageHashes = new Map<string, RubyHash>();
  private readonly fileDrops = new Map<string, StaticFileDrop>();
  private pages: readonly Page[];

  constructor(
    private readonly site: Site,
    private readonly scope: DropScope,
  ) {
    super();
    this.fallback = site.config.settings;
    this.pages = site.pages;
  }

  protected record(key: string): void {
    const { scope } = this;
    if (this.collectionNamed(key)) {
      scope.depend(`collection:${key}`);
      return;
    }
    switch (key) {
      // Reading the moment is recorded by what is done with it, reading data by the entry.
      case 'time':
      case 'config':
        return;
      case 'data':
        if (isConfigured(this.site)) scope.depend('site:data');
        return;
      case 'tags':
      case 'categories':
        scope.depend(groupKey('collection posts', key));
        scope.depend('collection:posts');
        return;
      case 'posts':
      case 'related_posts':
        scope.depend('collection:posts');
        return;
      case 'kramdown':
        scope.depend('carried:kramdown');
        scope.depend('site:kramdown');
        return;
      default:
        scope.depend(`site:${key}`);
    }
  }

  protected declared(key: string): Value | undefined {
    const collection = this.collectionNamed(key);
    if (collection) return this.documentsOf(collection);
    switch (key) {
      case 'time':
        return this.once('time', () => new ClockTime(this.site.time, () => this.scope.depend('time')));
      case 'config':
        return null;
      case 'data':
        return this.once('data', () => this.data());
      case 'posts':
        return this.listing('posts', () => this.newestPosts().map(this.drop));
      case 'tags':
      case 'categories':
        return this.once(key, () => this.postsBy(key));
      case 'pages':
        return this.listing('pages', () => this.pages.map((page) => this.page(page)));
      case 'html_pages':
        return this.listing('html_pages', () => this.htmlPages());
      case 'static_files':
        return this.listing('static_files', () => this.staticFiles());
      case 'collections':
        return this.listing('collections', () => this.collections());
      case 'documents':
        return this.listing('documents', () => this.documents());
      case 'related_posts':
        return this.relatedPosts();
      case 'kramdown':
        return this.scope.kramdown();
      default:
        return this.pageList(key);
    }
  }

  /** It stands before whatever else the site has under its name, but for `posts`, which come newest first. */
  private collectionNamed(key: string): Collection | undefined {
    return key === 'posts' ? undefined : this.site.collections.get(key);
  }

  override has(key: string): boolean {
    return this.site.collections.has(key) || super.has(key);
  }

  /** What templates see of the page, document or static file of that id; `null` when there is none. */
  fileValue(id: string): Value {
    const page = this.pages.find((one) => one.id === id);
    if (page !== undefined) return this.page(page);
    if (this.scope.hasDocument(id)) return this.scope.documentDrop(id);
    const file = allStaticFiles(this.site).find((one) => one.id === id);
    return file === undefined ? null : this.fileDrop(file);
  }

  /** All pages so far, those that came up while rendering at the end. */
  get allPages(): readonly Page[] {
    return this.pages;
  }

  /** Adds a page that came up while rendering. */
  addPage(page: Page): void {
    this.pages = [...this.pages, page];
    this.made.delete('pages');
  }

  private readonly drop = (document: Document): Drop => this.scope.documentDrop(document.id);

  private once(key: string, make: () => Value): Value {
    let value = this.made.get(key);
    if (value === undefined) {
      value = make();
      this.made.set(key, value);
    }
    return value;
  }

  /** An array made once. */
  private listing(key: string, make: () => Value[]): Value {
    return this.once(key, () => this.owned(make()));
  }

  private owned<T extends Value[] | DefaultHash>(list: T): T {
    this.scope.own(list);
    return list;
  }

  private documentsOf(collection: Collection): Value {
    return this.listing(`documents of ${collection.label}`, () => collection.documents.map(this.drop));
  }

  private data(): Value {
    if (isConfigured(this.site)) return this.site.config.settings.get('data')!;
    const seen = new Set<Value>();
    return new ObservedHash(this.site.data, (key) => {
      this.scope.depend(key === null ? 'data:*' : `data:${toS(key)}`);
      if (key === null || seen.has(key)) return;
      seen.add(key);
      this.ownLists(this.site.data.get(key) ?? null);
    });
  }

  /** A list of a data file, or those that it has in a mapping: lists inside lists are rarely sorted. */
  private ownLists(data: Value): void {
    if (Array.isArray(data)) this.scope.own(data);
    else if (data instanceof Map) for (const value of data.values()) this.ownLists(value);
  }

  /** Pages that a plugin lists under a name of its own. */
  private pageList(key: string): Value | undefined {
    const ids = this.site.pageLists?.get(key);
    if (ids === undefined) return undefined;
    return this.listing(`list ${key}`, () => {
      const byId = new Map(this.pages.map((page) => [page.id, page]));
      return ids.flatMap((id) => byId.get(id) ?? []).map((page) => this.page(page));
    });
  }

  private newestPosts(): Document[] {
    const posts = [...(this.site.collections.get('posts')?.documents ?? [])];
    return posts.sort((a, b) => compareInTemplates(b, a));
  }

  /** Each value of the posts' `tags` or `categories`, in order of appearance, with its posts, newest first. */
  private postsBy(attribute: 'tags' | 'categories'): Value {
    const groups = new Map<Value, Document[]>();
    for (const post of this.site.collections.get('posts')?.documents ?? []) {
      for (const value of listOf(post.data.get(attribute))) {
        const group = groups.get(value);
        if (group) group.push(post);
        else groups.set(value, [post]);
      }
    }
    const sorted = [...groups].map(([value, posts]): [Value, Value] => [
      value,
      this.owned(posts.sort((a, b) => compareInTemplates(b, a)).map(this.drop)),
    ]);
    return this.owned(new DefaultHash(sorted, () => []));
  }

  private page(page: Page): RubyHash {
    let hash = this.pageHashes.get(page.id);
    if (!hash) {
      hash = pageHash(page, this.scope);
      this.pageHashes.set(page.id, hash);
    }
    return hash;
  }

  private htmlPages(): Value[] {
    return this.pages
      .filter((page) => page.url.endsWith('/') || isHtmlPage(page))
      .map((page) => this.page(page));
  }

  private fileDrop(file: StaticFile): StaticFileDrop {
    let drop = this.fileDrops.get(file.id);
    if (!drop) {
      drop = new StaticFileDrop(file, this.scope);
      this.fileDrops.set(file.id, drop);
    }
    return drop;
  }

  private staticFiles(): Value[] {
    const { staticFiles, collections, config } = this.site;
    const { theme } = config.directories;
    const isOfTheme = (file: StaticFile): boolean =>
      theme !== null && isWithin(theme, file.source.absolutePath);
    // The theme's assets are read after the collections.
    return [
      ...staticFiles.filter((file) => !isOfTheme(file)),
      ...(config.generation.siteListsCollectionFiles
        ? [...collections.values()].flatMap(({ files }) => files)
        : []),
      ...staticFiles.filter(isOfTheme),
    ].map((file) => this.fileDrop(file));
  }

  private collections(): Value[] {
    const sorted = [...this.site.collections.values()].sort((a, b) => order(a.label, b.label));
    return sorted.map((collection) => {
      const files = this.owned(collection.files.map((file) => this.fileDrop(file)));
      const documents = this.owned(collection.documents.map(this.drop));
      return new CollectionDrop(collection, documents, files, this.scope);
    });
  }

  private documents(): Value[] {
    return [...this.site.collections.values()].flatMap((collection) => [
      ...collection.documents.map(this.drop),
      ...collection.files.map((file) => this.fileDrop(file)),
    ]);
  }

  /** The newest posts but the one in hand (Jekyll 4.4.1, `RelatedPosts#most_recent_posts`); nothing outside documents. */
  private relatedPosts(): Value {
    const current = this.scope.currentDocument();
    if (!current) return null;
    const posts = this.site.collections.get('posts')?.documents ?? [];
    if (posts.length <= 1) return [];
    const newest = posts.slice(-MOST_RELATED - 1).reverse();
    return newest
      .filter((post) => post !== current)
      .slice(0, MOST_RELATED)
      .map(this.drop);
  }
}

/** Whether the configuration has a `data` of its own, which then stands in place of the files' (`SiteDrop#data`). */
function isConfigured({ config }: Site): boolean {
  return isTruthy(config.settings.get('data') ?? null);
}

function listOf(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/**
 * Whether it is a page for people (Jekyll 4.4.1, `Page#html?`): what its text is made into decides, so not one without an extension whose
 * generator gave it an address with one.
 */
function isHtmlPage(page: Page): boolean {
  const hasExtension = page.extension !== '' || extensionOf(toS(lookup(page, 'permalink'))) !== '';
  return (hasExtension || page.givenUrl === undefined) && isHtml(extensionOf(page.outputPath));
}
