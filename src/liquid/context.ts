import type { Highlighter } from '../highlight/highlighter.js';
import type { Config } from '../model/config.js';
import type { DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { RubyTime } from '../ruby/time/time.js';
import type { Value } from '../ruby/value.js';

/** The text of an included file and where it stands. */
export interface IncludeSource {
  /** Relative to the site's folder, e.g. `_includes/head.html`; also the template's name in messages and the profile. */
  readonly path: string;
  /** Whole text, front matter (if any) included: Jekyll does not look for any in includes. */
  readonly text: string;
}

/** What the `link` and `post_url` tags find. */
export interface LinkTarget {
  readonly url: string;
}

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
  /** `{% link %}`: a page's, document's or static file's path relative to the source; `null` when there is none. */
  findLink(path: string): LinkTarget | null;
  /** `{% post_url %}`: `[dir/]YYYY-MM-DD-slug`; `null` when there is none. */
  findPost(name: string): LinkTarget | null;
  /**
   * Keeps what `compute` answers for the rest of the build if the build itself owns the array, else computes anew; `ArrayMemo`
   * does it. Keys recorded while computing are recorded again when the answer is reused.
   */
  memo<T>(array: Value[], key: string, compute: () => T): T;
  /** Records that the output in hand read the value behind the key. */
  depend(key: DependencyKey): void;
  report(diagnostic: Diagnostic): void;
}
