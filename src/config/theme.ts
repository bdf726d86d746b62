/** The theme of a site: what is wanted, fetched where it may be, and found (Jekyll 4.4.1, `Theme`; jekyll-remote-theme 0.5). */
import { SiteError } from '../model/diagnostic.js';
import type { ThemeDescription } from '../model/theme.js';
import * as messages from '../report/messages.js';
import { isTruthy } from '../ruby/value.js';
import { findTree, placesOf } from '../themes/find-tree.js';
import { describeRemoteTheme, describeTheme } from '../themes/theme-description.js';
import { LOCK_NAME, readThemeLock, type ThemeLock, ThemeLockError } from '../themes/theme-lock.js';
import { readTreeNotes } from '../themes/tree-notes.js';
import { nameOfWish, type Wish } from '../themes/wish.js';
import { keyedPlace } from './key-place.js';
import type { LoadOptions, ReadSettings } from './read-settings.js';
import {
  type SassGemWish,
  type ThemeWish,
  type WishSources,
  wishedSassGems,
  wishedTheme,
} from './theme-wishes.js';

/** What a site wants. */
export interface SiteWishes {
  readonly theme: ThemeWish | null;
  readonly sassGems: readonly SassGemWish[];
}

/** A theme that was found. */
export interface FoundTheme {
  /** Absolute path of its folder, links resolved. */
  readonly path: string;
  /** The value of `site.theme`. */
  readonly name: string;
  readonly isRemote: boolean;
  readonly description: ThemeDescription;
}

/**
 * What is wanted. A gem of style sheets that nothing is fetched from is a warning: perhaps nothing asks for it.
 *
 * @throws SiteError for a theme that cannot be meant
 */
export function wishesOf(read: ReadSettings, options: LoadOptions): SiteWishes {
  const { settings, root, files, bundle, githubPages, reporter } = read;
  const { directory, environment } = options;
  const isGithubPages = githubPages !== null;
  const sources: WishSources = { settings, root, directory, environment, bundle, isGithubPages };
  const theme = wishedTheme(sources);
  if (theme?.isRemote === false && isTruthy(settings.get('remote_theme') ?? null)) {
    reporter.report(messages.remoteThemeIgnored(keyedPlace(['remote_theme'], { files, root })));
  }
  return { theme, sassGems: wishedSassGems(sources, reporter.report) };
}

/** The lock of a site. @throws SiteError for one that cannot be read */
export function lockOf({ root }: ReadSettings): ThemeLock {
  try {
    return readThemeLock(root);
  } catch (error) {
    if (!(error instanceof ThemeLockError)) throw error;
    throw new SiteError({ ...messages.themeLockInvalid(LOCK_NAME, error.message), cause: error });
  }
}

/**
 * Fetches what is missing; what the lock holds then.
 *
 * @param lock     what counts as locked; default: the site's lock
 * @param isUpdate whether gems are asked for anew that no entry holds
 * @throws SiteError for a theme that cannot be had, unless nobody named it
 */
export async function prepareThemes(
  read: ReadSettings,
  { theme, sassGems }: SiteWishes,
  { environment }: LoadOptions,
  { lock = lockOf(read), isUpdate = false }: { readonly lock?: ThemeLock; readonly isUpdate?: boolean } = {},
): Promise<ThemeLock> {
  if (theme === null && sassGems.length === 0) return lock;
  const { prepareTrees } = await import('../themes/prepare-trees.js');
  const { root, reporter, isOffline, isFrozen } = read;
  const wanted = [
    ...(theme === null ? [] : [{ wish: theme.wish, isNeeded: read.isThemeNamed }]),
    ...sassGems.map(({ wish }) => ({ wish, isNeeded: false })),
  ];
  return prepareTrees(wanted, { root, environment, lock, reporter, isOffline, isFrozen, isUpdate });
}

/** What a theme is looked for with. */
export interface ThemeSearch {
  readonly read: ReadSettings;
  readonly lock: ThemeLock;
  readonly options: LoadOptions;
}

/**
 * The theme where it lies.
 *
 * @throws SiteError when it is not there, unless it is optional
 */
export function findTheme(theme: ThemeWish | null, { read, lock, options }: ThemeSearch): FoundTheme | null {
  if (theme === null) return null;
  const { wish, name, isRemote } = theme;
  const search = { root: read.root, environment: options.environment, lock };
  const path = findTree(wish, search)?.path ?? null;
  if (path === null) {
    if (options.ignoresMissingTheme || !read.isThemeNamed) return null;
    throw new SiteError(messages.themeNotFound(nameOfWish(wish), placesOf(wish, search)));
  }
  if (isRemote) read.reporter.info('Remote Theme:', `Using theme ${ownerOf(wish)}/${name}`);
  const plugins = readTreeNotes(path)?.plugins ?? [];
  if (plugins.length > 0) read.reporter.report(messages.themePluginsIgnored(nameOfWish(wish), plugins));
  const description = isRemote ? describeRemoteTheme(path, name) : describeTheme(path);
  return { path, name, isRemote, description };
}

function ownerOf(wish: Wish): string {
  return wish.kind === 'archive' ? wish.owner.toLowerCase() : 'local';
}
