/** `build --watch`: builds again after changes, with jekyll-watch's lines; a change of the configuration needs no restart. */
import { relative, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { loadConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import { buildOnce } from './build.js';
import type { Invocation } from './command.js';
import { configFlags } from './config-flags.js';
import { localDateTime } from './local-date.js';

/** Changes that come closer together than this become one build; milliseconds. Editors write a file in several steps. */
const QUIET_TIME = 60;

/** Folders nobody edits a site in, and which can be huge. */
const NEVER_WATCHED = new Set(['.git', '.hg', '.svn', 'node_modules', '.sass-cache', '.jekyll-metadata']);

/** Watches until Ctrl-C; answers with the exit code. */
export async function watch(config: Config, invocation: Invocation): Promise<number> {
  const { reporter } = invocation;
  const chokidar = await import('chokidar');
  const watcher = chokidar.watch(watchedPaths(config), {
    ignored: (path) => isIgnored(path, config),
    ignoreInitial: true,
    usePolling: config.settings.get('force_polling') === true,
  });
  watcher.on('error', (error) => reporter.warn('Watcher:', String(error)));
  rebuildOnChange(watcher, config, invocation);
  reporter.info('Auto-regeneration:', `enabled for '${config.directories.root}'`);
  await untilInterrupted();
  reporter.info('', 'Halting auto-regeneration.');
  await watcher.close();
  return 0;
}

function rebuildOnChange(watcher: FSWatcher, first: Config, invocation: Invocation): void {
  let config = first;
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isBuilding = false;
  const rebuildSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (isBuilding) return rebuildSoon();
      isBuilding = true;
      const paths = [...changed].sort();
      changed.clear();
      try {
        config = await rebuild(paths, config, invocation);
      } finally {
        isBuilding = false;
      }
    }, QUIET_TIME);
  };
  watcher.on('all', (event, path) => {
    if (event === 'addDir') return;
    changed.add(path);
    rebuildSoon();
  });
}

/** Answers with the configuration to go on with: another one when its file was among the changes. */
async function rebuild(paths: readonly string[], config: Config, invocation: Invocation): Promise<Config> {
  const reporter = invocation.makeReporter();
  reporter.info('Regenerating:', `${paths.length} file(s) changed at ${localDateTime(new Date())}`);
  for (const path of paths) reporter.info('', relative(config.directories.root, path));
  let current = config;
  try {
    if (paths.some((path) => isConfigFile(path, config))) current = reload(invocation, reporter);
    await buildOnce(current, reporter);
  } catch (error) {
    // The watcher lives on: the next change may mend it.
    if (error instanceof SiteError) reporter.report(error.diagnostic);
    else reporter.error('Error:', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  reporter.info('');
  return current;
}

function isConfigFile(path: string, { configFiles, directories }: Config): boolean {
  return configFiles.includes(path) || /^_config\.(ya?ml|toml)$/.test(relative(directories.root, path));
}

function reload({ directory, environment, flags }: Invocation, reporter: Reporter): Config {
  return loadConfig({ directory, flags: configFlags(flags), environment, reporter });
}

/** The site's folder holds nearly everything; layouts, data and the theme may lie elsewhere. */
function watchedPaths({ directories, configFiles }: Config): string[] {
  const { root, source, layouts, includes, data, sass, plugins } = directories;
  const theme = directories.theme === null ? [] : [directories.theme];
  return [
    ...new Set([
      root,
      source,
      ...layouts,
      ...includes,
      ...data,
      ...sass,
      ...plugins,
      ...theme,
      ...configFiles,
    ]),
  ];
}

function isIgnored(path: string, { directories }: Config): boolean {
  const { destination, cache, root, theme } = directories;
  if (theme !== null && isWithin(theme, path)) return false;
  if (isWithin(destination, path) || isWithin(cache, path)) return true;
  return relative(root, path)
    .split(sep)
    .some((name) => NEVER_WATCHED.has(name));
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
