import type { Highlighter } from '../highlight/highlighter.js';
import type { Config } from '../model/config.js';
import type { CarriedName, DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SiteRendering } from '../model/site-rendering.js';
import type { DefaultHash } from '../ruby/default-hash.js';
import type { RubyTime } from '../ruby/time/time.js';
import type { Value } from '../ruby/value.js';

/** The text of an included file and where it stands. */
export interface IncludeSource {
  /** Relative to the site's folder, e.g. `_includes/head.html`; also the template's name in messages and the profile. */
  readonly path: string;
  /** Whole text, front matter (if any) included: Jekyll does not look for any in includes. */
  readonly text: string;
}

/** A layout's text behind its front matter, and where it stands. */
export interface LayoutSource extends IncludeSource {
  /** 1-based line of the file on which the text starts. */
  readonly line: number;
}

/** What the `link` and `post_url` tags find. */
export interface LinkTarget {
  readonly url: string;
}

/** What tags and filters warn of. */
export type Notice =
  /** `highlighter: pygments`, in whose place Rouge works. */
  | { readonly kind: 'pygments' }
  /** A text of which `slugify` leaves nothing. */
  | { readonly kind: 'empty slug'; readonly text: string };

/**
 * All a template may ask of the build. Made once per build; the page in hand is passed along by whoever renders. Everything
 * a template reads from outside itself comes through here (or through drops), and is recorded with `depend`.
 */
export interface RenderContext {
  /** `null` outside a site (`createLiquid`). */
  readonly config: Config | null;
  /** `site.time`. */
  readonly time: RubyTime;
  readonly highlighter: Highlighter | null;
  /**
   * Names visible to every template of this build: `site`, `jekyll`, `theme`, …; per page: `page`, `layout`, `content`,
   * `paginator`.
   */
  readonly globals: ReadonlyMap<string, Value>;
  /** Names behind all others, those of `increment`, too: methods of the object that holds the names in Jekyll. */
  readonly methods: ReadonlyMap<string, Value>;
  /** The site as plugins ask it; `null` outside a site. */
  readonly rendering: SiteRendering | null;
  /** `markdownify`: Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** `smartify`. */
  smartify(text: string): string;
  /** `sassify`, `scssify`. */
  sassify(text: string, syntax: 'sass' | 'scss'): string;
  /** `{% include %}`; throws a `SiteError` with Jekyll's words when it is in none of the folders. */
  readInclude(name: string): IncludeSource;
  /** `{% include_relative %}`: looks beside the page in hand. */
  readRelative(name: string, page: Value): IncludeSource;
  /** The layout of that name, of the site or its theme; `null` when there is none. */
  findLayout(name: string): LayoutSource | null;
  /** `{% link %}`: a page's, document's or static file's path relative to the source; `null` when there is none. */
  findLink(path: string): LinkTarget | null;
  /** `{% post_url %}`: `[dir/]YYYY-MM-DD-slug`; `null` when there is none. */
  findPost(name: string): LinkTarget | null;
  /** A hint for a path or a post's name that leads nowhere: what may have been meant; `null`, or no such function, when nothing is near. */
  nearLink?(kind: 'file' | 'post', name: string): string | null;
  /**
   * Keeps what `compute` answers for the rest of the build if the build itself owns the list or Hash, else, for a long one, for the turn in
   * hand; `ArrayMemo` does it. Keys recorded while computing are recorded again when the answer is reused.
   *
   * @param partsOf lists inside the answer that are as lasting as it is. Default: none
   */
  memo<T>(
    list: Value[] | DefaultHash,
    key: string,
    compute: () => T,
    partsOf?: (value: T) => Iterable<Value[]>,
  ): T;
  /**
   * What `compute` answered for the output that asked first under this name; from then on the same for the rest of the build
   * (`include_cached`). What was read then counts as read by all.
   */
  first<T>(name: CarriedName, compute: () => T): T;
  /**
   * Keeps what `compute` answers for the rest of the build. Only for what would come out the same each time.
   *
   * @param name of whoever keeps it and what it is of, e.g. `seo title\0My site`
   */
  keep<T>(name: string, compute: () => T): T;
  /** Records that the output in hand read the value behind the key. */
  depend(key: DependencyKey): void;
  /**
   * Records that the output in hand changed state that goes on to later ones.
   *
   * @param now what it is; asked when the output is done
   */
  leave(name: CarriedName, now: () => unknown): void;
  report(diagnostic: Diagnostic): void;
  /** Warns of something that tags and filters notice; the build words it. */
  warn(notice: Notice): void;
}
