/** What a site wants of themes and other gems with files, whether or not it is there. */
import type { Bundle } from '../model/bundle.js';

/** Folders that make a package, a gem or a repository a theme. */
export const THEME_FOLDERS: readonly string[] = ['_layouts', '_includes', '_sass', '_data', 'assets'];

/** A folder on this machine. */
export interface FolderWish {
  readonly kind: 'folder';
  /** Absolute. */
  readonly path: string;
  /** The theme's name, for messages. */
  readonly name: string;
}

/** A gem by its name. */
export interface GemWish {
  readonly kind: 'gem';
  /** In lower case, e.g. `minima`. */
  readonly name: string;
  /** The only version that will do; `null` where `requirements` decide. */
  readonly version: string | null;
  /** Who says so, as a sentence's end, e.g. `Gemfile.lock says so`; `null` without a version. */
  readonly versionReason: string | null;
  /** E.g. `['~> 2.5']`; empty for the newest. */
  readonly requirements: readonly string[];
  /** Address of the gem server, without a slash at its end. */
  readonly server: string;
  /** SHA-256 of gems' files as the Gemfile's lock has them, by name and version. */
  readonly checksums: Bundle['checksums'];
  /** Folders that a package of its name must have some of; `_layouts` is among those of a theme. */
  readonly folders: readonly string[];
}

/** A repository at a host that hands out archives as GitHub does. */
export interface ArchiveWish {
  readonly kind: 'archive';
  /** E.g. `github.com`, without a port but the one that is written. */
  readonly host: string;
  /** As written. */
  readonly owner: string;
  readonly repository: string;
  /** A branch, a tag or a commit as written; `latest` for the latest release where `remote_theme` says so; `null` for the newest commit. */
  readonly ref: string | null;
  /** The commit that the Gemfile's lock holds; `null` without one. */
  readonly revision: string | null;
  /** What of it counts: without its `_config.yml` for what `remote_theme` names; everything for a gem that is no theme. */
  readonly contents: 'remote theme' | 'theme' | 'everything';
}

export type Wish = FolderWish | GemWish | ArchiveWish;

/** What stands in the lock and in messages for a wish that can be fetched, e.g. `minima`, `owner/name@v1`. */
export function nameOfWish(wish: Wish): string {
  if (wish.kind !== 'archive') return wish.name;
  const host = wish.host === 'github.com' ? '' : `${wish.host}/`;
  return `${host}${wish.owner}/${wish.repository}${wish.ref === null ? '' : `@${wish.ref}`}`;
}

/** What a message calls it: `minima theme`, as Jekyll does, or `gem bourbon`. */
export function subjectOf(wish: GemWish | ArchiveWish): string {
  const isTheme = wish.kind === 'gem' ? wish.folders.includes('_layouts') : wish.contents !== 'everything';
  return isTheme ? `${nameOfWish(wish)} theme` : `gem ${nameOfWish(wish)}`;
}
