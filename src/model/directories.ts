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
  /** Folders of layouts, the site's before the theme's. Jekyll: `_layouts`; ours: `layouts`. */
  readonly layouts: readonly string[];
  /** Folders of includes, likewise. Jekyll: `_includes`; ours: `includes`. */
  readonly includes: readonly string[];
  /** Data folders, the site's last: later ones are merged over earlier ones. Jekyll: `_data`; ours: `data`. */
  readonly data: readonly string[];
  /** Folders of Sass partials, the site's before the theme's, then those of gems. Jekyll: `_sass`; ours: `sass`. */
  readonly sass: readonly string[];
  /** Folders of a site's own plugins. Jekyll: `_plugins`; ours: `plugins`. */
  readonly plugins: readonly string[];
  /** Copied verbatim to the root of the output; `null` in Jekyll's shape. */
  readonly public: string | null;
  /** What builds keep for each other. Jekyll: `.jekyll-cache`; ours: `.utterson-cache`. */
  readonly cache: string;
  /** The theme's folder, `null` without a theme. Its templates, data and Sass are in the lists above. */
  readonly theme: string | null;
  /** Holds `_posts`, `_drafts` and the collections: `source`, or below it when `collections_dir` is set. */
  readonly collections: string;
}
