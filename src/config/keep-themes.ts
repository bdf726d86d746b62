/** What `utterson themes` does: update and vendor what a site fetches. */
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { EMPTY_LOCK, type ThemeLock } from '../themes/theme-lock.js';
import { nameOfWish, type Wish } from '../themes/wish.js';
import { type LoadOptions, type ReadSettings, readSettings } from './read-settings.js';
import { lockOf, prepareThemes, type SiteWishes, wishesOf } from './theme.js';

/** A theme or gem of style sheets, and what the lock holds of it now and held before. */
export interface KeptTheme {
  readonly name: string;
  /** A version or a commit; `null` for what is not fetched. */
  readonly state: string | null;
  readonly before: string | null;
  /** Where its copy lies that the lock held, from the site's folder on, e.g. `_theme/minima`; `null` without one. */
  readonly vendored: string | null;
}

/**
 * Fetches what there is now of what a site names, and locks that.
 *
 * @param names only these; empty for all
 * @throws SiteError for what cannot be had, and for a name that the site does not name
 */
export async function updateThemes(options: LoadOptions, names: readonly string[]): Promise<KeptTheme[]> {
  const { read, wishes, all } = wishesFor(options);
  const lock = lockOf(read);
  const named = all.map(nameOfWish);
  const unknown = names.find((name) => !named.includes(name));
  if (unknown !== undefined) throw new SiteError(messages.themeNotNamed(unknown, named));
  const updated = named.filter((name) => names.length === 0 || names.includes(name));
  const without = <T>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...entries].filter(([name]) => !updated.includes(name)));
  const kept: ThemeLock = { gems: without(lock.gems), archives: without(lock.archives) };
  const next = await prepareThemes(read, wishes, options, { lock: kept, isUpdate: true });
  return updated.map((name) => ({
    name,
    state: stateOf(name, next),
    before: stateOf(name, lock),
    vendored: copyOf(name, lock),
  }));
}

/** What a site names and what its lock holds of it. */
export function listThemes(options: LoadOptions): KeptTheme[] {
  const { read, all } = wishesFor(options);
  const lock = lockOf(read);
  return all
    .map(nameOfWish)
    .map((name) => ({ name, state: stateOf(name, lock), before: null, vendored: copyOf(name, lock) }));
}

/** A theme and where it was copied to; `null` for one that nobody fetched. */
export interface CopiedTheme {
  readonly name: string;
  readonly folder: string | null;
}

/**
 * Copies what a site fetches into it.
 *
 * @throws SiteError for what cannot be had
 */
export async function vendorThemes(options: LoadOptions): Promise<CopiedTheme[]> {
  const { read, wishes, all } = wishesFor(options);
  const lock = await prepareThemes(read, wishes, options);
  const { vendorTrees } = await import('../themes/vendor-trees.js');
  const { root, reporter } = read;
  return vendorTrees(all, { root, reporter, lock, environment: options.environment });
}

interface Wishes {
  readonly read: ReadSettings;
  readonly wishes: SiteWishes;
  readonly all: readonly Wish[];
}

function wishesFor(options: LoadOptions): Wishes {
  const read = readSettings(options);
  const wishes = wishesOf(read, options);
  const theme = wishes.theme === null ? [] : [wishes.theme.wish];
  return { read, wishes, all: [...theme, ...wishes.sassGems.map(({ wish }) => wish)] };
}

function stateOf(name: string, { gems, archives }: ThemeLock = EMPTY_LOCK): string | null {
  return gems.get(name)?.version ?? archives.get(name)?.commit ?? null;
}

function copyOf(name: string, { gems, archives }: ThemeLock): string | null {
  return (gems.get(name) ?? archives.get(name))?.vendored ?? null;
}
