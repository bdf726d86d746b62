import type { RubyTime } from '../ruby/time/time.js';
import type { RubyHash, Value } from '../ruby/value.js';
import type { MemberGroup } from './dependency.js';
import type { HeldText } from './output.js';
import type { SourceFile } from './source-file.js';

/** What pages and documents share. `url` and `outputPath` are `''` until `generate/assign-urls.ts`. */
interface RenderableFile {
  /** Stable within a site: `page:about.md`, `posts:_posts/2024-01-01-hello.md`. */
  readonly id: string;
  /** `null` when a generator made it. */
  readonly source: SourceFile | null;
  /** Relative path as templates see it (`page.path`), e.g. `_posts/2024-01-01-hello.md`. */
  readonly path: string;
  /** Front matter laid over the defaults, keys in Jekyll's order. */
  readonly data: RubyHash;
  /** Text after the front matter, before Liquid; see `wholeText`. */
  readonly body: string | HeldText;
  /** 1-based line of the user's file on which `body` starts. */
  readonly bodyLine: number;
  /** File name with extension, e.g. `about.md`. */
  readonly name: string;
  /** With the dot, as in the file name, e.g. `.md`. */
  readonly extension: string;
  /** Its address if a plugin gave it one, e.g. `/tag/a b/index.html`: no permalink, and nothing in it is escaped. */
  readonly givenUrl?: string;
  /** `false` where a plugin keeps Liquid from `body`, whatever front matter says. */
  readonly isLiquid?: boolean;
  /** From the root of the site, unescaped placeholders filled, e.g. `/about/`. */
  url: string;
  /** Relative to the destination, e.g. `about/index.html`. */
  outputPath: string;
}

/** A file with front matter outside collections: Jekyll's `Page`. */
export interface Page extends RenderableFile {
  readonly kind: 'page';
  /** Folder with leading and trailing slash as Jekyll's `dir`, e.g. `/docs/`. */
  readonly dir: string;
  /** File name without its extension, e.g. `about`. */
  readonly basename: string;
  /** As written, before defaults: a key here hides a default from the build even with a `null` value; see `lookup`. */
  readonly frontMatter: RubyHash;
  /** What templates see as `paginator`, set by generators that split a listing. */
  readonly paginator?: Paginator;
  /** Ids of the documents templates see as `page.posts`, set by generators that make archives. */
  readonly posts?: readonly string[];
  /** The same as `page.documents`. */
  readonly documents?: readonly string[];
  /** What a generator made it for, in messages: the path of the file that asked for it, or a few words, e.g. `page 2`. */
  readonly madeFor?: string;
  /** Whether its `post_init` is over, or is left out; a page that a generator hands in without this has it then. */
  readonly isInitialized?: boolean;
  /** Name of the plugin whose generator made it, e.g. `jekyll-redirect-from`; for the build to fill in. */
  readonly madeBy?: string;
}

/** One page of a listing. */
export interface Paginator {
  /** Keys in the order templates see, `posts` among them as a place for the documents. */
  readonly values: RubyHash;
  /** Ids of the documents on this page. */
  readonly documents: readonly string[];
}

/** A post or another collection's file with front matter: Jekyll's `Document`. */
export interface Document extends RenderableFile {
  readonly kind: 'document';
  /** Label of its collection, e.g. `posts`. */
  readonly collection: string;
  /** Front matter's, else the file name's; else for a draft its file's, for others the site's time. */
  readonly date: RubyTime;
  /** Whether `date` is the file's or front matter's own, not the site's time. */
  readonly isDated: boolean;
  /** Whether it lies in a `_drafts` folder, or its front matter says `draft: true`. */
  readonly isDraft: boolean;
  /** From the file name, e.g. `hello`. */
  readonly slug: string;
  /** Whether its text has an excerpt: not in a file of YAML, nor where front matter or text could not be read. */
  readonly hasExcerpt: boolean;
  /** The text that its excerpt is cut from, for a generator that changes `body` alone; left out or `null` when that is `body`. */
  readonly excerptBody?: string | HeldText | null;
  /** Whether its excerpt is the whole of `excerptBody`, wherever separators stand, set by generators; default no. */
  readonly isExcerptWhole?: boolean;
  /** Whether it is written: `published`, `future`, the collection's `output`. */
  readonly isWritten: boolean;
  /** Id of the one before it in the collection's order, set by `generate/neighbours.ts`; `null` for the first. */
  previousId: string | null;
  /** Id of the one after it, likewise; `null` for the last. */
  nextId: string | null;
}

/** A file copied as it is. */
export interface StaticFile {
  readonly kind: 'static';
  /** Stable within a site: `static:assets/logo.png`, `public:favicon.ico`. */
  readonly id: string;
  /** The file that is copied. */
  readonly source: SourceFile;
  /** As templates see it: with a leading slash, e.g. `/assets/logo.png`; in a collection without, e.g. `_recipes/plate.jpg`. */
  readonly path: string;
  /** Label of the collection it lies in, else `null`. */
  readonly collection: string | null;
  /** Matching front matter defaults. */
  readonly data: RubyHash;
  /** File name with extension, e.g. `logo.png`. */
  readonly name: string;
  /** File name without its extension, e.g. `logo`. */
  readonly basename: string;
  /** With the dot, as in the file name, e.g. `.png`; `''` for none. */
  readonly extension: string;
  /** Whether it is copied: defaults without `published: false`, the collection's `output`. */
  readonly isWritten: boolean;
  /** From the root of the site, e.g. `/assets/logo.png`; `''` until `generate/assign-urls.ts`. */
  url: string;
  /** Relative to the destination, e.g. `assets/logo.png`; `''` until then. */
  outputPath: string;
}

/** What has a turn when the site is rendered. */
export type Renderable = Page | Document;

/** Any file of the site. */
export type SiteFile = Page | Document | StaticFile;

/** Which lists a file stands in, for keys of what was read. */
export function groupOf(file: SiteFile): MemberGroup {
  if (file.kind === 'page') return 'pages';
  return file.kind === 'static' ? 'static files' : `collection ${file.collection}`;
}

/** What an excerpt is cut from, see `wholeText`. */
export function excerptSource(file: Renderable): string | HeldText {
  return (file.kind === 'document' ? file.excerptBody : null) ?? file.body;
}

/**
 * A front matter value as the build itself asks for it (`layout`, `permalink`, …). It differs from `file.data` for a page's own
 * `null`: `layout: null` hides a default layout, although templates still see the default's name (Jekyll's `Page#data` has
 * defaults for missing keys only, `to_liquid` merges them).
 */
export function lookup(file: Renderable, key: string): Value {
  if (file.kind === 'page' && file.frontMatter.has(key)) return file.frontMatter.get(key) ?? null;
  return file.data.get(key) ?? null;
}
