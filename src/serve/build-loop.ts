/** The loop under `serve` and `build --watch`: changes are gathered, a changed configuration is read, the site is built. */
import type { Config } from '../model/config.js';
import { Rebuilder } from './rebuilder.js';
import { isConfigFile, type Watcher, watchSite } from './watch.js';

/** What the loop needs from outside: it neither reads configurations nor builds nor tells. */
export interface BuildLoopParts {
  /** The configuration of the build before the first change. */
  readonly config: Config;
  /** Milliseconds without a further change before a build: an editor's "save all" is one. */
  readonly quiet: number;
  /** Watch by looking again and again, for network drives. */
  readonly polling: boolean;
  /**
   * Called when changes have paused; never while a rebuild runs.
   *
   * @param changed absolute paths, sorted; at least one
   * @param config the configuration before the changes
   */
  readonly begin: (changed: readonly string[], config: Config) => Rebuild;
}

/** One rebuild; what belongs to it alone, such as a reporter or the time it began, is its own. */
export interface Rebuild {
  /** Reads the configuration anew; asked only when its file changed, or could not be read since it did. */
  load(): Promise<Config>;
  build(config: Config): Promise<void>;
  /** Told what `load` or `build` threw, a bug included. The loop goes on: the next change may mend it. */
  fail(error: unknown): void;
}

/** Runs until closed. */
export interface BuildLoop {
  /** Drops changes that wait and waits for the rebuild that runs. */
  close(): Promise<void>;
}

/** Watches what the configuration says, and goes on there when a change of the configuration moves it. */
export async function startBuildLoop({ config, quiet, polling, begin }: BuildLoopParts): Promise<BuildLoop> {
  const rebuilder = new Rebuilder((changed) => run(changed), quiet);
  const watch = (watched: Config): Promise<Watcher> =>
    watchSite(watched, polling, (path) => rebuilder.add(path));
  let current: Watched = { config, watcher: watch(config) };
  /** Whether the configuration changed and could not be read since. */
  let isStale = false;
  const run = async (changed: readonly string[]): Promise<void> => {
    const rebuild = begin(changed, current.config);
    try {
      isStale ||= changed.some((path) => isConfigFile(path, current.config));
      if (isStale) current = await follow(current, await rebuild.load(), watch);
      isStale = false;
      await rebuild.build(current.config);
    } catch (error) {
      rebuild.fail(error);
    }
  };
  await current.watcher;
  return {
    async close() {
      // In this order: a rebuild that runs may yet exchange the watcher.
      await rebuilder.close();
      await (await current.watcher).close();
    },
  };
}

interface Watched {
  readonly config: Config;
  readonly watcher: Promise<Watcher>;
}

/** What to watch from now on. Where the folders moved, the new watcher is ready before the build, so that no change falls between. */
async function follow(
  { config, watcher }: Watched,
  next: Config,
  watch: (config: Config) => Promise<Watcher>,
): Promise<Watched> {
  const watched = ({ directories, bundle }: Config): string => JSON.stringify([directories, bundle.files]);
  if (watched(next) === watched(config)) return { config: next, watcher };
  const moved = await watch(next);
  await (await watcher).close();
  return { config: next, watcher: Promise.resolve(moved) };
}
