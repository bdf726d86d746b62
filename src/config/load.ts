/**
 * Stage 0: files and flags laid over the defaults, checked and frozen. Precedence, lowest first: defaults, the theme's file (only keys
 * without a default), files in the order given, flags.
 */
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { joinPaths } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { findTree } from '../themes/find-tree.js';
import type { ThemeLock } from '../themes/theme-lock.js';
import { settleDirectories } from './directories.js';
import { checkDestination, checkSource } from './forbidden-destinations.js';
import { type LoadOptions, type ReadSettings, readSettings } from './read-settings.js';
import { settleConfig } from './settle.js';
import { findTheme, lockOf, prepareThemes, type SiteWishes, wishesOf } from './theme.js';
import { withThemeSettings } from './theme-settings.js';

export type { LoadOptions } from './read-settings.js';

/**
 * The configuration of one build. A theme must be there: nothing is fetched.
 *
 * @throws SiteError for what stops Jekyll: an unreadable file, a wrong shape, a forbidden destination; for a source that is not there and for
 * a theme that is not
 */
export function loadConfig(options: LoadOptions): Config {
  const read = readSettings(options);
  return complete(read, wishesOf(read, options), lockOf(read), options);
}

/**
 * The same, after a theme and gems of style sheets that are missing have been fetched.
 *
 * @throws SiteError as above, and for what cannot be had
 */
export async function prepareConfig(options: LoadOptions): Promise<Config> {
  const read = readSettings(options);
  const wishes = wishesOf(read, options);
  return complete(read, wishes, await prepareThemes(read, wishes, options), options);
}

function complete(read: ReadSettings, wishes: SiteWishes, lock: ThemeLock, options: LoadOptions): Config {
  const { settings, root, shape, generation, bundle } = read;
  const { directory, environment } = options;
  const theme = findTheme(wishes.theme, { read, lock, options });
  const isConfigured = theme !== null && !theme.isRemote && generation.themesAreConfigured;
  const themed = isConfigured ? withThemeSettings(settings, theme.path, read.reporter) : settings;
  if (theme?.isRemote) themed.set('theme', theme.name);
  const sassGems = wishes.sassGems.flatMap(({ wish, folders }) => {
    const path = findTree(wish, { root, environment, lock })?.path ?? null;
    return path === null ? [] : folders.map((folder) => joinPaths(path, folder)).filter(isDirectory);
  });
  const directories = settleDirectories({
    shape,
    settings: themed,
    root,
    theme: theme?.path ?? null,
    hasThemeData: generation.themesAreConfigured,
    sassGems,
    directory,
    environment,
  });
  if (!isDirectory(directories.source)) throw new SiteError(messages.sourceMissing(directories.source));
  checkSource(directories.source);
  checkDestination(directories, themed, directory, environment);
  return settleConfig({
    ...read,
    settings: themed,
    directories,
    shapeReason: shape.reason,
    environment,
    bundle,
    themeDescription: theme?.description ?? null,
  });
}
