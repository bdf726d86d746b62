/**
 * Where everything of a site lies: the one record in which a Jekyll site and a site of our own shape differ. All paths are
 * absolute, without a trailing slash; lists are in order of precedence (first wins).
 */
export interface Directories {
  /** The folder the configuration file stands in and relative paths in messages start from. */
  readonly root: string;
  /** Pages, posts, collections, static files. Jekyll: the site folder; ours: `content/`. */
  readonly source: string;
  /** The output. Jekyll: `_site`; ours: `dist`. */
  readonly destination: string;
  /** Whether files in the destination that no build made are removed: Jekyll: yes; ours: no. */
  readonly removesForeign: boolean;
  /** Template folders, the site's before the theme's. */
  readonly layouts: readonly string[];
  readonly includes: readonly string[];
  /** Data folders, the site's last: later ones are merged over earlier ones. */
  readonly data: readonly string[];
  readonly sass: readonly string[];
  readonly plugins: readonly string[];
  /** Copied verbatim to the root of the output; `null` in Jekyll's shape. */
  readonly public: string | null;
  /** `.jekyll-cache` or ours. */
  readonly cache: string;
  /** The theme's folder, `null` without a theme. Its templates, data and Sass are in the lists above. */
  readonly theme: string | null;
  /** Holds `_posts`, `_drafts` and the collections: `source`, or below it when `collections_dir` is set. */
  readonly collections: string;
}
