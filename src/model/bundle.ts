/** What a Gemfile and its lock say of a site's plugins, read as text: nothing of it runs. */
export interface Bundle {
  /** Absolute paths of the Gemfile and of its lock, there or not: what is looked for where there is none. */
  readonly files: readonly string[];
  /** Gems of the group `jekyll_plugins` that Bundler would load, in the order of the file. */
  readonly gems: readonly BundledGem[];
  /** Lines that may name plugins, and that only Ruby could tell. */
  readonly unread: readonly UnreadLine[];
  /** Name of a gem → its version in the lock, e.g. `jekyll-feed` → `0.17.0`. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A plugin that a Gemfile names. */
export interface BundledGem {
  /** E.g. `jekyll-feed`. */
  readonly name: string;
  /** What is loaded of it, e.g. `['jekyll/scholar']`; most often its name alone. */
  readonly requires: readonly string[];
  /** Absolute path of the file that names it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A line of a Gemfile that cannot be read. */
export interface UnreadLine {
  /** The gem whose loading depends on what cannot be read; `null` when not even a name is known. */
  readonly gem: string | null;
  /** Absolute path. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}
