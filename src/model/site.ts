import type { RubyTime } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import type { CollectionConfig, Config } from './config.js';
import type { DependencyKey } from './dependency.js';
import type { Diagnostic } from './diagnostic.js';
import type { LeftOut } from './left-out.js';
import type { Document, Page, StaticFile } from './page.js';
import type { SourceFile } from './source-file.js';

/** A template that wraps a page. */
export interface Layout {
  /** As front matter names it: path below the layouts folder without its last extension, e.g. `docs/page`. */
  readonly name: string;
  /** Relative to the site's folder (or the theme's), e.g. `_layouts/post.html`. */
  readonly path: string;
  /** The file it was read from. */
  readonly source: SourceFile;
  /** Its front matter, without defaults: what templates see as `layout`. */
  readonly data: RubyHash;
  /** Text after the front matter, before Liquid. */
  readonly body: string;
  /** 1-based line of the user's file on which `body` starts. */
  readonly bodyLine: number;
  /** With the dot, as in the file name, e.g. `.html`. */
  readonly extension: string;
  /** Why it could not be read, in a build that goes on all the same: what has this layout fails with it. */
  readonly failure?: Diagnostic;
}

/** Files of one kind: the posts, or what lies in a folder named in `collections`. */
export interface Collection {
  /** Its name, e.g. `posts`. */
  readonly label: string;
  /** Its section of the configuration. */
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
  /** The configuration it was read by, with what generators added to its settings. */
  readonly config: Config;
  /** One instant for the whole build: what templates see as `site.time`. */
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
  /** By name, e.g. `docs/page`; the theme's where the site has none of that name. */
  readonly layouts: ReadonlyMap<string, Layout>;
  /** What the data folders hold: `site.data`, by file and folder names without extension. */
  readonly data: RubyHash;
  /** What reading left out, file by file. */
  readonly leftOut: readonly LeftOut[];
  /** Files that could not be read and that nothing stands for, in a build that goes on all the same; as messages name them. */
  readonly unread?: readonly string[];
  /** Whether its data or front matter hold `FileReference`s, to be replaced before anything is rendered. */
  readonly holdsReferences?: true;
  /** What generators read through their tools, such as `config:baseurl`; none before they have run. */
  readonly generatedFrom?: readonly DependencyKey[];
}
