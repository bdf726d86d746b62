import type { RubyHash, Value } from '../ruby/value.js';
import type { Diagnostic } from './diagnostic.js';
import type { Document, Page, SiteFile, StaticFile } from './page.js';
import type { PluginPriority } from './plugin-priority.js';
import type { Layout, Site } from './site.js';
import type { SiteRendering } from './site-rendering.js';

/** What a generator adds to the site or changes in it; applied by the build before the next generator runs. */
export interface Additions {
  /** New pages, put behind the others; their `url` and `outputPath` are `''`, for the build to fill in: from `givenUrl` if there is one. */
  readonly pages?: readonly Page[];
  /** New documents, put behind the others of their collections; likewise. */
  readonly documents?: readonly Document[];
  /** New files to copy, likewise. */
  readonly staticFiles?: readonly StaticFile[];
  /** Ids of pages, documents and static files that leave the site. */
  readonly removed?: readonly string[];
  /** Ids of pages and documents, new ones among them, in the order they are to stand in, each in the list it is in; those not named stay behind. */
  readonly order?: readonly string[];
  /** What becomes of a page or document, by id. Its URL is made anew. */
  readonly changes?: ReadonlyMap<string, Change>;
  /** Pages, by id, that templates find as a list in `site.KEY`. */
  readonly pageLists?: ReadonlyMap<string, readonly string[]>;
  /** New layouts by name, e.g. `redirect`; the site's own of the same name win. */
  readonly layouts?: ReadonlyMap<string, Layout>;
  /** Values templates find as `site.KEY`, in the place of the configuration's own, e.g. `jekyll-archives`. */
  readonly site?: RubyHash;
  /** The whole of `site.data`, in the place of what was read. */
  readonly data?: RubyHash;
  /** Whether data or front matter given here hold `FileReference`s; default no. */
  readonly holdsReferences?: true;
}

/**
 * New text, front matter (the whole mapping), address, or part of a listing for a page or document. What was made of front matter when it was
 * read, such as a document's `date`, is not made anew.
 */
export type Change = Partial<
  Pick<Page | Document, 'body' | 'data' | 'givenUrl' | 'isLiquid'> &
    Pick<Page, 'frontMatter' | 'paginator'> &
    Pick<Document, 'date' | 'isDated' | 'isWritten' | 'excerptBody' | 'isExcerptWhole'>
>;

/** Runs once per build between reading and rendering, like Jekyll's `Generator`. */
export interface Generator {
  /** As Jekyll names its class, e.g. `Jekyll::Paginate::Pagination`. */
  readonly name: string;
  /** When it runs; it sees what those before it did. */
  readonly priority: PluginPriority;
  /**
   * Looks at the site and answers what to add to it or change in it; it changes nothing itself. A `SiteError` stops the build.
   *
   * @param site  everything read, with URLs, and what generators before it did
   * @param tools what it may ask of the build
   */
  generate(site: Site, tools: GeneratorTools): Additions | Promise<Additions>;
}

/** What a page without a file is made of. */
export interface MadePage {
  /** As if it had a file, relative to the source; its address follows from it, e.g. `authors/ann.html`, if `data` has no `permalink`. */
  readonly path: string;
  /** What templates see as its name, e.g. `feed/news.xml`, where a gem puts folders there and not into its `dir`; default the end of `path`. */
  readonly name?: string;
  /** Front matter as if written in a file, e.g. `{ layout: 'author', title: 'Ann' }`. */
  readonly data: RubyHash | Readonly<Record<string, Value>>;
  /** Text before Liquid; default `''`. */
  readonly body?: string;
  /** In messages, what it was made for: the path of the file that asked for it, or a few words. */
  readonly madeFor?: string;
}

/** What a generator may ask of the build. */
export interface GeneratorTools {
  /** The URL a file has or will get, e.g. `/feed.xml`; `''` when none can be made of its permalink. */
  urlOf(file: SiteFile): string;
  /**
   * Front matter defaults for a page without a file. Not to be changed: files share them.
   *
   * @param path as if it had a file, relative to the source, e.g. `tag/food/index.html`
   * @param type `pages` (the default), unless the page calls itself something else
   */
  defaultsFor(path: string, type?: string): RubyHash;
  /** A page without a file, as the gems make them: in the site's root, under its front matter defaults. */
  page(parts: MadePage): Page;
  /** Text after the front matter, before Liquid; that of a large site may be on the disk. */
  textOf(file: Page | Document): string;
  /** The page in a file that was taken for a static one since it has no front matter; the static one is then to be `removed`. */
  readPage(file: StaticFile): Page;
  /** The site as it stands now, for what has to be rendered before all others are. */
  rendering(): SiteRendering;
  /**
   * The document in a file, as if it lay in a collection's folder; `null` for one that is not text.
   *
   * @param path relative to the folder of the collections
   */
  readDocument(path: string, collection: string): Document | null;
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** The path under the site's `baseurl`, as the `relative_url` filter makes it. */
  relativeUrl(path: string): string;
  /** The path as a whole address, as the `absolute_url` filter makes it. */
  absoluteUrl(path: string): string;
  /** Says what is being done, e.g. `Jekyll Feed:` `Generating feed for posts`. */
  info(topic: string, message: string): void;
  /** Tells the user of something wrong; an error makes the build fail, though not at once. */
  report(diagnostic: Diagnostic): void;
}
