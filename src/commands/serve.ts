import { spawn } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { type BuildOptions, build, KeptEngines } from '../build.js';
import { prepareConfig } from '../config/load.js';
import { PortInUseError } from '../serve/listen.js';
import { ServeOptionError } from '../serve/options.js';
import { type BuildOutcome, type ServedSite, type ServeRequest, serve as serveSite } from '../serve/serve.js';
import { readClientScript } from './client-script.js';
import { type KeptTelling, tellAndKeep } from './kept-telling.js';
import { CommandError, type Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';
import { untilInterrupted } from './line/until-interrupted.js';

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
  const interrupted = untilInterrupted();
  const site = await start(requestFor(invocation, engines));
  reporter.info('Server address:', site.url);
  reporter.info('LiveReload:', site.options.liveReload ? 'enabled' : 'disabled by --no-livereload');
  if (site.options.openBrowser) openBrowser(site.url, invocation);
  try {
    await Promise.race([site.ready, interrupted]);
    reporter.info('Server running...', 'press ctrl-c to stop.');
    await interrupted;
  } finally {
    await site.close();
  }
}

function requestFor(
  { directory, environment, flags, makeReporter, reporter, code }: Invocation,
  engines: KeptEngines,
): ServeRequest {
  const own = configFlags(flags);
  return {
    chosen: new Set(Object.keys(own)),
    reporter,
    workshop: {
      directory,
      environment,
      clientScript: readClientScript(),
      destinationFor: () => null,
      whyMissing: async () => null,
    },
    loadConfig: (overrides, configReporter) =>
      prepareConfig({
        directory,
        flags: { ...own, serving: true, watch: own['watch'] ?? true, ...overrides },
        environment,
        reporter: configReporter,
      }),
    async build({ config, onProgress }) {
      const told = tellAndKeep(makeReporter(), directory, config, onProgress);
      const outcome = await buildForServer({ config, reporter: told.reporter, engines }, told);
      if (outcome.wentWell) code.keep();
      return outcome;
    },
  };
}

async function buildForServer(options: BuildOptions, { told, tell }: KeptTelling): Promise<BuildOutcome> {
  const { config, reporter } = options;
  const result = await build({ ...options, keepsGoing: true, pause });
  reporter.progress.clear();
  // What the configuration says wrong has been printed when it was read; pages are to show it all the same.
  for (const diagnostic of config.diagnostics) tell(diagnostic);
  const { ok, broken, changedPaths, ranOwnCode } = result;
  return { told, wentWell: ok, broken, changedPaths, ranOwnCode };
}

/** Requests that came in are answered: one is several turns of Node's loop. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
}

async function start(request: ServeRequest): Promise<ServedSite> {
  try {
    return await serveSite(request);
  } catch (error) {
    if (error instanceof ServeOptionError) throw new CommandError(error.message);
    if (error instanceof PortInUseError) {
      const advice = error.next === null ? 'Choose another with --port.' : `--port ${error.next} is free.`;
      throw new CommandError(`${error.message}\n${advice}`);
    }
    throw error;
  }
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

/** A server that listens on all addresses is reached under this computer's own. */
function openBrowser(address: string, { reporter }: Invocation): void {
  const url = address.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=[:/])/, '//localhost');
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(opener, [url], { detached: true, stdio: 'ignore' });
  child.on('error', () =>
    reporter.warn('Browser:', `'${opener}' could not be started. Open ${url} yourself.`),
  );
  child.unref();
}
