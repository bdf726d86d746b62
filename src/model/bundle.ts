/** What a Gemfile and its lock say of a site's gems, read as text: nothing of it runs. */
export interface Bundle {
  /** Absolute paths of the Gemfile and of its lock, there or not: what is looked for where there is none. */
  readonly files: readonly string[];
  /** Gems of the group `jekyll_plugins` that Bundler would load, in the order of the file. */
  readonly gems: readonly BundledGem[];
  /** Lines that may name plugins, and that only Ruby could tell. */
  readonly unread: readonly UnreadLine[];
  /** Every gem that is named, whatever for, in the order of the file. */
  readonly declared: readonly DeclaredGem[];
  /** Absolute paths of the folders whose own gem `gemspec` stands for. */
  readonly gemspecs: readonly string[];
  /** The server that gems without one of their own come from, when the Gemfile names another than the public one. */
  readonly server: string | null;
  /** Name of a gem → its version in the lock, e.g. `jekyll-feed` → `0.17.0`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Name of a gem from a repository → the commit in the lock. */
  readonly revisions: Readonly<Record<string, string>>;
  /** Name and version of a gem → the SHA-256 of its file in the lock, in hex, e.g. `minima-2.5.1` → `52…`. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** A gem as a Gemfile names it. */
export interface DeclaredGem {
  /** E.g. `minima`. */
  readonly name: string;
  /** E.g. `['~> 2.5']`; empty for any version. */
  readonly requirements: readonly string[];
  /** `null` for where all gems come from. */
  readonly origin: GemOrigin | null;
}

/** Where a Gemfile says that one gem comes from. */
export type GemOrigin =
  | { readonly kind: 'server'; readonly url: string }
  /** Absolute. */
  | { readonly kind: 'path'; readonly path: string }
  /** A repository by its address; `ref` is a branch, a tag or a commit, `null` for the newest. */
  | { readonly kind: 'git'; readonly url: string; readonly ref: string | null };

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
