import { type Dirent, readdirSync } from 'node:fs';
import { watch as chokidarWatch } from 'chokidar';
import { CONFIG_FILE_NAMES, type Config } from '../model/config.js';
import { isWithin, joinPaths, slashed } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';

/** Watches until closed. */
export interface Watcher {
  close(): Promise<void>;
}

/** Told of what happens to the files of a site. */
export interface WatchListener {
  /** A file was added, changed or removed, or may have been: absolute, `/` between its parts. Told of the same change more than once. @param isNew whether nothing is known to have been there */
  onChange(path: string, isNew: boolean): void;
  /** Any file may have changed: something went wrong with watching. */
  onLost(error: unknown): void;
}

/** chokidar 5 keeps further changes of a file to itself for 50 milliseconds; after this many it is looked at again. */
const LOOK_AGAIN = 60;

/** Never part of a site, and large or busy. */
const BUSY_FOLDERS = new Set([
  '.git',
  '.svn',
  '.hg',
  'node_modules',
  '.sass-cache',
  '.jekyll-cache',
  '.utterson-cache',
]);

/**
 * Watches everything a build reads: content, templates, data, Sass, static files, plugins and the configuration, what is not there
 * yet included.
 */
export function watchSite(
  watched: Watched,
  polling: boolean,
  { onChange, onLost }: WatchListener,
): Promise<Watcher> {
  const isWatched = watchedPaths(watched);
  // Not the paths themselves: told to watch one that is not there, chokidar 5 says too early that it is ready.
  const starts = watchStarts(watched.config);
  const watcher = chokidarWatch([...starts], {
    ignoreInitial: true,
    usePolling: polling,
    // Editors write in steps; a file that is being written is no change yet.
    atomic: 20,
    ignored: (path) => !isWatched(slashed(path)),
  });
  const told = new Set<string>();
  watcher.on('all', (event, native) => {
    const path = slashed(native);
    if (event === 'addDir') {
      later(() => {
        for (const missed of missedIn(path, told)) {
          watcher.add(missed);
          onChange(missed, true);
        }
      });
      return;
    }
    told.add(path);
    onChange(path, event === 'add');
    later(() => onChange(path, false));
  });
  return new Promise((resolve, reject) => {
    watcher.once('ready', () => {
      watcher.removeAllListeners('error').on('error', onLost);
      resolve(watcher);
    });
    watcher.once('error', (error) => watcher.close().then(() => reject(error)));
  });
}

/** Whether the system has no more watches to give, by which nobody need be stopped: one can look again and again instead. */
export function isOutOfWatches(error: unknown): boolean {
  return ['ENOSPC', 'EMFILE', 'ENFILE'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function later(look: () => void): void {
  setTimeout(look, LOOK_AGAIN).unref();
}

/** chokidar 5 lists a new folder before it watches it: what came in between, it does not know. */
function missedIn(folder: string, told: ReadonlySet<string>): readonly string[] {
  const files = entriesOf(folder).filter((entry) => entry.isFile());
  return files.map(({ name }) => joinPaths(folder, name)).filter((path) => !told.has(path));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone again.
    return [];
  }
}

/** Where watching begins: the site's folder, and what of the site lies elsewhere. */
export function watchStarts(config: Config): readonly string[] {
  const { root } = config.directories;
  return [root, ...wantedPaths(config).filter((path) => !isWithin(root, path))];
}

/** What is watched. */
export interface Watched {
  readonly config: Config;
  /** Whether an absolute path is kept out of the site by its `exclude`. */
  readonly isExcluded: (path: string) => boolean;
}

/** Whether a path is of the site, or leads to what is. */
export function watchedPaths({ config, isExcluded }: Watched): (path: string) => boolean {
  const { root, destination, cache } = config.directories;
  const wanted = wantedPaths(config);
  const outputs = [destination, cache];
  return (path) =>
    wanted.some((other) => isWithin(other, path) || isWithin(path, other)) &&
    !outputs.some((folder) => isWithin(folder, path)) &&
    !isBusy(root, path) &&
    !TEMPORARY.test(path) &&
    (!isExcluded(path) || isConfigFile(path, config));
}

/** What editors and desktops leave beside a file for a while: swap files of vim, backups, locks of emacs, files that are about to be renamed. */
const TEMPORARY =
  /\/(?:\.[^/]*\.sw[a-p]|[^/]*~|\.#[^/]*|#[^/]*#|[^/]*___jb_(?:tmp|old)___|\.goutputstream-[^/]*|[^/]*\.kate-swp|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** The folders and files a build may read. */
function wantedPaths({ directories, configFiles, bundle }: Config): readonly string[] {
  // One that is not there yet is waited for in the site's folder only.
  const bundleFiles = bundle.files.filter((path) => isWithin(directories.root, path) || isFile(path));
  const { root, source, layouts, includes, data, sass, plugins, collections } = directories;
  const all = [
    source,
    collections,
    ...layouts,
    ...includes,
    ...data,
    ...sass,
    ...plugins,
    ...configFiles,
    ...bundleFiles,
  ];
  if (directories.public !== null) all.push(directories.public);
  if (directories.theme !== null) all.push(directories.theme);
  return [...new Set([...all, ...ownConfigFiles(root)])];
}

/** Whether a change of this file changes the configuration. */
export function isConfigFile(path: string, { directories, configFiles, bundle }: Config): boolean {
  return [...configFiles, ...bundle.files].includes(path) || ownConfigFiles(directories.root).includes(path);
}

/** Those that may yet be written included. */
function ownConfigFiles(root: string): string[] {
  return CONFIG_FILE_NAMES.map((name) => joinPaths(root, name));
}

function isBusy(root: string, path: string): boolean {
  if (!isWithin(root, path)) return false;
  const names = path.slice(root.length).split('/');
  return names.some((name) => BUSY_FOLDERS.has(name));
}
