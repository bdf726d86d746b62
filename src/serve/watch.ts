import { watch as chokidarWatch } from 'chokidar';
import { CONFIG_FILE_NAMES, type Config } from '../model/config.js';
import { isWithin, joinPaths, slashed } from '../ruby/file-path.js';

/** Watches until closed. */
export interface Watcher {
  close(): Promise<void>;
}

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
 * Watches everything a build reads: content, templates, data, Sass, static files, plugins and the configuration.
 *
 * @param onChange called with the absolute path, `/` between its parts, of each file added, changed or removed
 */
export function watchSite(
  config: Config,
  polling: boolean,
  onChange: (path: string) => void,
): Promise<Watcher> {
  const { directories } = config;
  const outputs = [directories.destination, directories.cache];
  const watcher = chokidarWatch(watchedPaths(config), {
    ignoreInitial: true,
    usePolling: polling,
    // Editors write in steps; a file that is being written is no change yet.
    atomic: 20,
    ignored: (path) => isIgnored(slashed(path), outputs, directories.root),
  });
  watcher.on('all', (event, path) => {
    if (event !== 'addDir') onChange(slashed(path));
  });
  return new Promise((resolve, reject) => {
    watcher.once('ready', () => resolve(watcher)).once('error', reject);
  });
}

/** The folders and files to watch, those inside another one left out. */
export function watchedPaths({ directories, configFiles }: Config): string[] {
  const { root, source, layouts, includes, data, sass, plugins, collections } = directories;
  // Those that may yet be written count, too.
  const configurations = [...configFiles, ...ownConfigFiles(root)];
  const all = [source, collections, ...layouts, ...includes, ...data, ...sass, ...plugins, ...configurations];
  if (directories.public !== null) all.push(directories.public);
  if (directories.theme !== null) all.push(directories.theme);
  const paths = [...new Set(all)];
  return paths.filter((path) => !paths.some((other) => other !== path && isWithin(other, path)));
}

/** Whether a change of this file changes the configuration. */
export function isConfigFile(path: string, { directories, configFiles }: Config): boolean {
  return configFiles.includes(path) || ownConfigFiles(directories.root).includes(path);
}

function ownConfigFiles(root: string): string[] {
  return CONFIG_FILE_NAMES.map((name) => joinPaths(root, name));
}

function isIgnored(path: string, outputs: readonly string[], root: string): boolean {
  return outputs.some((folder) => isWithin(folder, path)) || isBusy(root, path);
}

function isBusy(root: string, path: string): boolean {
  if (!isWithin(root, path)) return false;
  const names = path.slice(root.length).split('/');
  return names.some((name) => BUSY_FOLDERS.has(name));
}
