import type { RubyTime } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import type { CollectionConfig, Config } from './config.js';
import type { DependencyKey } from './dependency.js';
import type { Document, Page, StaticFile } from './page.js';
import type { SourceFile } from './source-file.js';

/** A template that wraps a page. */
export interface Layout {
  /** As front matter names it: path below the layouts folder without its last extension, e.g. `docs/page`. */
  readonly name: string;
  /** Relative to the site's folder (or the theme's), e.g. `_layouts/post.html`. */
  readonly path: string;
  readonly source: SourceFile;
  readonly data: RubyHash;
  readonly body: string;
  readonly bodyLine: number;
  readonly extension: string;
}

/** Files of one kind: the posts, or what lies in a folder named in `collections`. */
export interface Collection {
  readonly label: string;
  readonly config: CollectionConfig;
  /** Absolute path of its folder. */
  readonly directory: string;
  /** Relative path of its folder, e.g. `_recipes`. */
  readonly relativeDirectory: string;
  /** In the collection's order (posts: oldest first). */
  readonly documents: readonly Document[];
  /** Files without front matter. */
  readonly files: readonly StaticFile[];
}

/** Everything read and generated; does not change while rendering. */
export interface Site {
  readonly config: Config;
  /** One instant for the whole build. */
  readonly time: RubyTime;
  /** In Jekyll's order (by file name). */
  readonly pages: readonly Page[];
  /** By label, in configuration order. */
  readonly collections: ReadonlyMap<string, Collection>;
  /** Outside collections, by path. */
  readonly staticFiles: readonly StaticFile[];
  /** What lies in `public/`, copied as it is; templates do not see it, and anything else with the same destination wins. */
  readonly publicFiles: readonly StaticFile[];
  /** Ids of pages that templates find as a list in `site.KEY`, set by generators. */
  readonly pageLists?: ReadonlyMap<string, readonly string[]>;
  /** By name. */
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly data: RubyHash;
  /** What generators read through their tools, such as `config:baseurl`; none before they have run. */
  readonly generatedFrom?: readonly DependencyKey[];
}
