/** The loop under `serve` and `build --watch`: changes are gathered, a changed configuration is read, the site is built. */
import { setImmediate } from 'node:timers/promises';
import type { Config } from '../model/config.js';
import { Rebuilder } from './rebuilder.js';
import { Sightings } from './sightings.js';
import { changesSince, takeSnapshot } from './snapshot.js';
import {
  isConfigFile,
  isOutOfWatches,
  type Watched,
  type Watcher,
  type WatchListener,
  watchSite,
} from './watch.js';

/** Absolute paths, sorted; `null` when any file may have changed, as before the first build or after an error of the watcher. */
export type Changes = readonly string[] | null;

/** What the loop needs from outside: it neither reads configurations nor builds nor tells. */
export interface BuildLoopParts {
  /** The configuration of the build before the first change. */
  readonly config: Config;
  /** Milliseconds without a further change before a build: an editor's "save all" is one. */
  readonly quiet: number;
  /** Watch by looking again and again, for network drives. */
  readonly polling: boolean;
  /** Whether a build comes first; else what was built before counts until the first change. */
  readonly buildsFirst: boolean;
  /** Whether the configuration could not be read: then the first build reads it. Default: no. */
  readonly isStale?: boolean;
  /** Whether changes are waited for. */
  readonly watches: boolean;
  /**
   * Called when changes have paused, and for the first build; never while another runs.
   *
   * @param changed what has changed since the last build began
   * @param config the configuration before the changes
   */
  readonly begin: (changed: Changes, config: Config) => Rebuild;
  /** What `exclude` of a configuration keeps out: a test for absolute paths. */
  readonly excludedBy: (config: Config) => (path: string) => boolean;
  /** Told of a file that each build writes, so that its changes while one runs start none. */
  readonly onOwnFile: (path: string) => void;
  /** Told that the system has no watches left, so that files are looked at again and again. */
  readonly onPolling: (error: Error) => void;
}

/** One build; what belongs to it alone, such as a reporter or the time it began, is its own. */
export interface Rebuild {
  /** Reads the configuration anew; asked only when its file changed, or could not be read since it did. */
  load(): Promise<Config>;
  /** @param changed what has changed since the last build that went well began: all that a build needs to look at */
  build(config: Config, changed: Changes): Promise<BuildEnd>;
  /** Told what `load` or `build` threw, a bug included. The loop goes on: the next change may mend it. */
  fail(error: unknown): void;
}

/** What the loop needs to know of a build. */
export interface BuildEnd {
  readonly wentWell: boolean;
  /** Whether code of the user's ran, which may write anywhere. */
  readonly ranOwnCode: boolean;
}

/** Runs until closed. */
export interface BuildLoop {
  /** Fulfilled when the first build is done, and nothing that is saved from then on is missed; nor is what was saved meanwhile. */
  readonly ready: Promise<void>;
  /** Builds without a change, looking at everything. */
  rebuild(): Promise<void>;
  /** Drops changes that wait and waits for the build that runs. */
  close(): Promise<void>;
}

/** Milliseconds that a file must rest which looks as if builds wrote it. */
const DOUBTFUL_QUIET = 1000;

/** Builds, and watches what the configuration says; goes on there when a change of the configuration moves it. */
export function startBuildLoop(parts: BuildLoopParts): BuildLoop {
  return new RunningLoop(parts);
}

class RunningLoop implements BuildLoop {
  readonly ready: Promise<void>;
  readonly #parts: BuildLoopParts;
  readonly #rebuilder: Rebuilder;
  readonly #sightings = new Sightings();
  /** Files that builds write, of which has been told. */
  readonly #own = new Set<string>();
  /** Files that came since the last build began. */
  readonly #fresh = new Set<string>();
  #current: Current;
  #isFirst: boolean;
  /** Whether the configuration changed and could not be read since. */
  #isStale: boolean;
  /** What has changed since the last build that went well began. */
  #unbuilt: Changes = null;

  constructor(parts: BuildLoopParts) {
    this.#parts = parts;
    this.#rebuilder = new Rebuilder((changed) => this.#run(changed), parts.quiet);
    this.#isFirst = parts.buildsFirst;
    this.#isStale = parts.isStale ?? false;
    this.#current = { config: parts.config, watcher: Promise.resolve(NO_WATCHER) };
    this.ready = this.#start();
    // Whoever waits for it is told; nobody needs to.
    this.ready.catch(() => {});
  }

  async #start(): Promise<void> {
    const { config, watches, buildsFirst } = this.#parts;
    // Whoever starts it tells first where the site will be.
    await setImmediate();
    const watched = this.#watched(config);
    const snapshot = watches ? takeSnapshot(watched) : null;
    const watcher = this.#watch(config);
    this.#current = { config, watcher };
    // Told where it is waited for; the first build is not to end the program before.
    watcher.catch(() => {});
    if (buildsFirst) await this.rebuild();
    await watcher;
    if (snapshot !== null) for (const path of changesSince(snapshot, watched)) this.#notice(path);
  }

  rebuild(): Promise<void> {
    this.#rebuilder.addAll();
    return this.#rebuilder.runNow();
  }

  async close(): Promise<void> {
    // In this order: a rebuild that runs may yet exchange the watcher.
    await this.#rebuilder.close();
    await this.#current.watcher.then(
      (watcher) => watcher.close(),
      () => {},
    );
  }

  async #run(given: Changes): Promise<void> {
    const changed = given === null || given.length > MOST ? null : this.#withoutPassing(given);
    if (changed?.length === 0 && given!.length > 0) return;
    const rebuild = this.#parts.begin(changed, this.#current.config);
    this.#sightings.begin(changed ?? []);
    this.#unbuilt = joined(this.#unbuilt, changed);
    const end = await this.#build(rebuild, changed).catch((error: unknown): BuildEnd => {
      rebuild.fail(error);
      return { wentWell: false, ranOwnCode: false };
    });
    if (end.wentWell) this.#unbuilt = [];
    this.#sightings.end(end.ranOwnCode);
    // What was saved once more while the build ran, the watcher may keep to itself.
    for (const path of changed ?? []) this.#notice(path);
  }

  /** Without files that came and are gone again: editors make some, to see whether they may or to rename them. */
  #withoutPassing(changed: readonly string[]): readonly string[] {
    const passed = changed.filter((path) => this.#fresh.has(path) && this.#sightings.isPassing(path));
    this.#fresh.clear();
    this.#sightings.look(passed);
    return changed.filter((path) => !passed.includes(path));
  }

  async #build(rebuild: Rebuild, changed: Changes): Promise<BuildEnd> {
    const { config } = this.#current;
    const mayBeStale = changed === null ? !this.#isFirst : changed.some((path) => isConfigFile(path, config));
    this.#isFirst = false;
    this.#isStale ||= mayBeStale;
    if (this.#isStale) await this.#follow(await rebuild.load());
    this.#isStale = false;
    return rebuild.build(this.#current.config, this.#unbuilt);
  }

  /** Where the folders moved, the new watcher is ready before the build, so that no change falls between. */
  async #follow(config: Config): Promise<void> {
    const { config: last, watcher } = this.#current;
    if (watchedBy(config) === watchedBy(last)) {
      this.#current = { config, watcher };
      return;
    }
    const moved = await this.#watch(config);
    await (await watcher).close();
    this.#current = { config, watcher: Promise.resolve(moved) };
    this.#unbuilt = null;
  }

  async #watch(config: Config): Promise<Watcher> {
    const { watches, polling, onPolling } = this.#parts;
    if (!watches) return NO_WATCHER;
    const listener: WatchListener = {
      onChange: (path, isNew) => {
        if (isNew && !this.#rebuilder.isPending(path)) this.#fresh.add(path);
        this.#notice(path);
      },
      onLost: () => this.#rebuilder.addAll(),
    };
    try {
      return await watchSite(this.#watched(config), polling, listener);
    } catch (error) {
      if (polling || !isOutOfWatches(error)) throw error;
      onPolling(error as Error);
      return watchSite(this.#watched(config), true, listener);
    }
  }

  #watched(config: Config): Watched {
    return { config, isExcluded: this.#parts.excludedBy(config) };
  }

  #notice(path: string): void {
    const sighting = this.#sightings.judge(path);
    if (sighting === 'edit') this.#rebuilder.add(path);
    if (sighting === 'doubtful') this.#rebuilder.add(path, DOUBTFUL_QUIET);
    if (sighting !== 'own' || this.#own.has(path)) return;
    this.#own.add(path);
    this.#parts.onOwnFile(path);
  }
}

const NO_WATCHER: Watcher = { close: async () => {} };

/** More changes at once come with a checkout or the like; the system itself drops some when they come too fast. */
const MOST = 1000;

/** The changes of two builds. */
function joined(earlier: Changes, later: Changes): Changes {
  return earlier === null || later === null ? null : [...new Set([...earlier, ...later])].sort();
}

interface Current {
  readonly config: Config;
  readonly watcher: Promise<Watcher>;
}

/** A text that is another one when other files are watched. */
function watchedBy({ directories, bundle, exclude }: Config): string {
  return JSON.stringify([directories, bundle.files, exclude]);
}
