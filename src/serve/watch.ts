import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { watch as chokidarWatch } from 'chokidar';
import { CONFIG_FILE_NAMES, type Config } from '../model/config.js';
import { isWithin, joinPaths, slashed } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';

/** Watches until closed. */
export interface Watcher {
  close(): Promise<void>;
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
 *
 * @param onChange called with the absolute path, `/` between its parts, of each file added, changed or removed
 */
export function watchSite(
  config: Config,
  polling: boolean,
  onChange: (path: string) => void,
): Promise<Watcher> {
  const { root, destination, cache } = config.directories;
  const wanted = wantedPaths(config);
  const outputs = [destination, cache];
  const isWatched = (path: string): boolean =>
    wanted.some((other) => isWithin(other, path) || isWithin(path, other)) &&
    !outputs.some((folder) => isWithin(folder, path)) &&
    !isBusy(root, path);
  // Not the paths themselves: told to watch one that is not there, chokidar 5 says too early that it is ready.
  const starts = [root, ...wanted.filter((path) => !isWithin(root, path))];
  const watcher = chokidarWatch(starts, {
    ignoreInitial: true,
    usePolling: polling,
    // Editors write in steps; a file that is being written is no change yet.
    atomic: 20,
    ignored: (path) => !isWatched(slashed(path)),
  });
  watcher.on('all', (event, path, stats) => {
    if (event === 'addDir') return;
    onChange(slashed(path));
    if (stats) lookAgain(path, stats, () => onChange(slashed(path)));
  });
  return new Promise((resolve, reject) => {
    watcher.once('ready', () => resolve(watcher)).once('error', reject);
  });
}

/** Tells of a file that was saved once more right after a change that was told. */
function lookAgain(path: string, { mtimeMs, size }: Stats, onChange: () => void): void {
  const compare = (now: Stats): void => {
    if (now.mtimeMs !== mtimeMs || now.size !== size) onChange();
  };
  // What is gone by then is told as removed.
  setTimeout(() => stat(path).then(compare, () => {}), LOOK_AGAIN).unref();
}

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
