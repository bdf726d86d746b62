/** `build --watch`: builds again after changes, with jekyll-watch's lines; a change of the configuration needs no restart. */
import { relative } from 'node:path';
import { KeptEngines } from '../build.js';
import { prepareConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import type { CommandReporter, Reporter } from '../report/logger.js';
import { tellError } from '../report/tell-error.js';
import { isTruthy } from '../ruby/value.js';
import { type Changes, type Rebuild, startBuildLoop } from '../serve/build-loop.js';
import { tellOwnFile, tellPolling } from '../serve/watch-notes.js';
import { excludedPaths } from '../survey.js';
import { buildOnce } from './build-once.js';
import type { Invocation } from './line/command.js';
import { buildFlags } from './line/config-flags.js';
import { localDateTime } from './line/local-date.js';
import { placesFrom } from './line/places.js';
import { untilInterrupted } from './line/until-interrupted.js';

/** Changes that come closer together than this become one build; milliseconds. */
const QUIET = 50;

/** Builds, and builds again after changes until Ctrl-C; answers with the exit code. */
export async function watch(config: Config, invocation: Invocation): Promise<number> {
  const { reporter } = invocation;
  const engines = new KeptEngines((file) => invocation.code.load(file));
  try {
    let isFirst = true;
    const loop = startBuildLoop({
      config,
      quiet: QUIET,
      polling: isTruthy(config.settings.get('force_polling') ?? null),
      buildsFirst: true,
      watches: true,
      begin: (changed, { directories: { root } }) => {
        if (isFirst) {
          isFirst = false;
          return firstBuild(engines, invocation);
        }
        const told = invocation.makeReporter();
        tellChanges(changed, root, told);
        return rebuildWith(told, changed, engines, invocation);
      },
      excludedBy: excludedPaths,
      onOwnFile: (path) => tellOwnFile(path, config, reporter),
      onPolling: (error) => tellPolling(error, reporter),
    });
    await loop.ready;
    reporter.info('Auto-regeneration:', `enabled for '${config.directories.root}'`);
    await untilInterrupted();
    reporter.info('', 'Halting auto-regeneration.');
    await loop.close();
    return 0;
  } finally {
    engines.dispose();
  }
}

/** Like later builds it may fail: the next change may mend it. */
function firstBuild(engines: KeptEngines, invocation: Invocation): Rebuild {
  const { reporter, code } = invocation;
  return {
    ...rebuildWith(reporter, null, engines, invocation),
    async build(config) {
      const { directory } = invocation;
      const told = { config, reporter: placesFrom(directory, config, reporter), directory };
      const end = await buildOnce({ ...told, engines });
      if (end.wentWell) code.keep();
      return end;
    },
    fail: (error) => void tellError(error, reporter),
  };
}

function tellChanges(changed: Changes, root: string, reporter: Reporter): void {
  const count = changed === null ? 'any' : changed.length;
  reporter.info('Regenerating:', `${count} file(s) changed at ${localDateTime(new Date())}`);
  for (const path of changed ?? []) reporter.info('', relative(root, path));
}

/** Each rebuild has a reporter of its own: what one was told does not count for the next. */
function rebuildWith(
  reporter: CommandReporter,
  changed: Changes,
  engines: KeptEngines,
  invocation: Invocation,
): Rebuild {
  const { directory, environment, flags } = invocation;
  return {
    load: () => prepareConfig({ directory, flags: buildFlags(flags), environment, reporter }),
    async build(config) {
      const told = { config, reporter: placesFrom(directory, config, reporter), directory, changed };
      const end = await buildOnce({ ...told, engines }, '...');
      reporter.info('');
      return end;
    },
    fail(error) {
      tellError(error, reporter);
      reporter.info('');
    },
  };
}
