/** `build --watch`: builds again after changes, with jekyll-watch's lines; a change of the configuration needs no restart. */
import { relative } from 'node:path';
import { loadConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import { Rebuilder } from '../serve/rebuilder.js';
import { isConfigFile, watchSite } from '../serve/watch.js';
import { buildOnce } from './build-once.js';
import type { Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';
import { localDateTime } from './line/local-date.js';
import { placesFrom } from './line/places.js';
import { untilInterrupted } from './line/until-interrupted.js';

/** Changes that come closer together than this become one build; milliseconds. */
const QUIET = 50;

/** Watches until Ctrl-C; answers with the exit code. */
export async function watch(first: Config, invocation: Invocation): Promise<number> {
  const { reporter } = invocation;
  let config = first;
  const rebuilder = new Rebuilder(async (changed) => {
    config = await rebuild(changed, config, invocation);
  }, QUIET);
  const polling = config.settings.get('force_polling') === true;
  const watcher = await watchSite(config, polling, (path) => rebuilder.add(path));
  reporter.info('Auto-regeneration:', `enabled for '${config.directories.root}'`);
  await untilInterrupted();
  reporter.info('', 'Halting auto-regeneration.');
  await Promise.all([watcher.close(), rebuilder.close()]);
  return 0;
}

/** Answers with the configuration to go on with: another one when its file was among the changes. */
async function rebuild(paths: readonly string[], config: Config, invocation: Invocation): Promise<Config> {
  const reporter = invocation.makeReporter();
  reporter.info('Regenerating:', `${paths.length} file(s) changed at ${localDateTime(new Date())}`);
  for (const path of paths) reporter.info('', relative(config.directories.root, path));
  let current = config;
  try {
    if (paths.some((path) => isConfigFile(path, config))) current = reload(invocation, reporter);
    const places = placesFrom(invocation.directory, current, reporter);
    await buildOnce({ config: current, reporter: places }, '...');
  } catch (error) {
    // The watcher lives on: the next change may mend it.
    if (error instanceof SiteError) reporter.report(error.diagnostic);
    else reporter.error('Error:', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  reporter.info('');
  return current;
}

function reload({ directory, environment, flags }: Invocation, reporter: Reporter): Config {
  return loadConfig({ directory, flags: configFlags(flags), environment, reporter });
}
