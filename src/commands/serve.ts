import { spawn } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { type BuildOptions, type BuildResult, build, KeptEngines } from '../build.js';
import { servedFolder } from '../config/forbidden-destinations.js';
import { loadConfig, prepareConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import type { MissingAddress } from '../model/left-out.js';
import { leftOutLine, remedyFor } from '../report/left-out.js';
import type { CommandReporter } from '../report/logger.js';
import { isWithin } from '../ruby/file-path.js';
import { type BuildOutcome, type ServedSite, type ServeRequest, serve as serveSite } from '../serve/serve.js';
import { excludedPaths } from '../survey.js';
import { isServedOutput } from '../write/served-mark.js';
import { localAddress, tellAddresses } from './addresses.js';
import { readClientScript } from './client-script.js';
import { type KeptTelling, tellAndKeep } from './kept-telling.js';
import type { Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';
import { locateFrom } from './line/places.js';
import { refuseNoSite } from './line/site-here.js';
import { type LeftOutTelling, tellLeftOut } from './line/tell-left-out.js';
import { untilInterrupted } from './line/until-interrupted.js';
import { openBrowser } from './open-browser.js';
import { listenToKeys, type ServeKey } from './serve-keys.js';
import { startedServer } from './started-server.js';

/** `utterson serve`: builds, serves and builds again after every change (Jekyll 4.4.1, `Commands::Serve`). */
export async function serve(invocation: Invocation): Promise<number> {
  const { reporter, flags, code } = invocation;
  if (flags['detach'] === true && flags['livereload'] !== true) return detach(invocation);
  if (flags['skip_initial_build'] === true) {
    reporter.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.');
  }
  const engines = new KeptEngines((file) => code.load(file));
  try {
    await serveUntilInterrupted(invocation, engines);
  } finally {
    engines.dispose();
  }
  return 0;
}

async function serveUntilInterrupted(invocation: Invocation, engines: KeptEngines): Promise<void> {
  const { reporter } = invocation;
  const stopping = stop();
  const site = await startedServer(() => serveSite(requestFor(invocation, engines)));
  tellServer(site, reporter);
  const isAtTerminal = process.stdin.isTTY === true;
  const endKeys = isAtTerminal
    ? listenToKeys(process.stdin, keysOf(site, stopping.now, reporter), tellKey)
    : null;
  if (site.options.openBrowser) openBrowser(localAddress(site.url), reporter);
  try {
    await Promise.race([site.ready, stopping.asked]);
    const keys = isAtTerminal ? ', h + enter to show keys' : '';
    reporter.info('Server running...', `press ctrl-c to stop${keys}.`);
    await stopping.asked;
  } finally {
    endKeys?.();
    await site.close();
    tellEnd(site, reporter);
  }

  function tellKey(line: string): void {
    reporter.info('', line);
  }
}

/** A promise that Ctrl-C fulfils, or whoever calls `now`. */
function stop(): { readonly asked: Promise<void>; readonly now: () => void } {
  const { promise, resolve } = promiseToKeep();
  return { asked: Promise.race([untilInterrupted(), promise]), now: resolve };
}

function promiseToKeep(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve: () => resolve() };
}

function tellServer({ url, options }: ServedSite, reporter: CommandReporter): void {
  tellAddresses(url, reporter, process.stdout.isTTY);
  reporter.info('LiveReload:', options.liveReload ? 'enabled' : 'disabled by --no-livereload');
}

function keysOf(site: ServedSite, quit: () => void, reporter: CommandReporter): readonly ServeKey[] {
  return [
    { key: 'r', description: 'build again', press: () => void site.rebuild() },
    {
      key: 'o',
      description: 'open the site in a browser',
      press: () => openBrowser(localAddress(site.url), reporter),
    },
    {
      key: 'c',
      description: 'clear the screen',
      press() {
        console.clear();
        tellServer(site, reporter);
      },
    },
    { key: 'q', description: 'quit', press: quit },
  ];
}

/** What it wrote is not to be deployed: its own address is in it. */
function tellEnd({ config }: ServedSite, reporter: CommandReporter): void {
  if (!isServedOutput(config) || isWithin(config.directories.cache, config.directories.destination)) return;
  reporter.info(
    'Before deploying:',
    `build. What is in ${config.directories.destination} was made for this server.`,
  );
}

function requestFor(
  { directory, environment, flags, makeReporter, reporter, code }: Invocation,
  engines: KeptEngines,
): ServeRequest {
  const own = configFlags(flags);
  const given = {
    directory,
    flags: { ...own, serving: true, watch: own['watch'] ?? true },
    environment,
  };
  let isStarting = true;
  let missing: BuildResult['whyMissing'] = () => ({ leftOut: [], near: [] });
  let look: BuildResult['firstLook'] = null;
  return {
    chosen: new Set(Object.keys(own)),
    reporter,
    makeReporter,
    workshop: {
      directory,
      environment,
      clientScript: readClientScript(),
      withoutFiles: () => loadConfig({ ...given, reporter, ignoresFiles: true, ignoresMissingTheme: true }),
      destinationFor: (config) => (own['destination'] === undefined ? cachedOutput(config) : null),
      whyMissing: async (path, config) =>
        reasonOf(missing(path), (file) => locateFrom(directory, file, config)),
    },
    excludedBy: excludedPaths,
    async loadConfig(overrides, told) {
      const config = await prepareConfig({
        ...given,
        flags: { ...given.flags, ...overrides },
        reporter: told,
      });
      // A site that loses its last file while it is served may get another.
      if (isStarting) refuseNoSite(config, directory);
      isStarting = false;
      return config;
    },
    async build({ config, changed, saved, onProgress, shown, onFirst }) {
      const first = changed === null || look === null ? [] : await look(changed, shown);
      if (first.length > 0) await onFirst(first);
      const told = tellAndKeep(makeReporter(), directory, config, onProgress);
      const tools = { config, reporter: told.reporter, engines, directory, changed };
      const telling = { ...tools, remembers: true };
      const { outcome, whyMissing, firstLook } = await buildForServer(telling, saved, told);
      missing = whyMissing;
      // What has changed since the last good build is told until there is another.
      if (outcome.wentWell) look = firstLook;
      if (outcome.wentWell) code.keep();
      return outcome;
    },
  };
}

/**
 * Where a site of our own shape is served from: the address of this server, which is in it, then never lies where a host takes the site
 * from. Jekyll's users know that `serve` writes to `_site`.
 */
function cachedOutput({ directories: { removesForeign, cache } }: Config): string | null {
  return removesForeign ? null : servedFolder(cache);
}

async function buildForServer(
  options: BuildOptions & LeftOutTelling,
  saved: readonly string[] | null,
  { told, tell }: KeptTelling,
): Promise<{ readonly outcome: BuildOutcome } & Pick<BuildResult, 'whyMissing' | 'firstLook'>> {
  const { config, reporter } = options;
  const result = await build({ ...options, keepsGoing: true, pause });
  reporter.progress.clear();
  // What the configuration says wrong has been printed when it was read; pages are to show it all the same.
  for (const diagnostic of config.diagnostics) tell(diagnostic);
  const { ok, broken, changedPaths, ranOwnCode, leftOut } = result;
  if (ok || broken.length > 0) tellLeftOut(leftOut, { ...options, changed: saved });
  const outcome = { told, wentWell: ok, broken, changedPaths, ranOwnCode };
  return { outcome, whyMissing: result.whyMissing, firstLook: result.firstLook };
}

/** Why nothing is at an address, by what was left out; `null` when nothing was that might be meant. */
function reasonOf({ leftOut }: MissingAddress, locate: (path: string) => string): string | null {
  if (leftOut.length === 0) return null;
  return leftOut.map((one) => `${leftOutLine(one, locate)}. ${remedyFor(one)}`).join(' ');
}

/** Requests that came in are answered: one is several turns of Node's loop. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
}

/** Starts the same command again as a process of its own and leaves it running. */
function detach({ reporter }: Invocation): number {
  const args = process.argv.slice(1).filter((arg) => arg !== '--detach' && arg !== '-B');
  const child = spawn(process.execPath, [...args, '--no-watch', '--no-livereload'], {
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  reporter.info('Server detached with pid', `'${child.pid}'. Run \`kill ${child.pid}\` to stop the server.`);
  return 0;
}
