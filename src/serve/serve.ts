import type { Server } from 'node:http';
import { relative } from 'node:path';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import { createReporter, PLAIN, type Reporter } from '../report/logger.js';
import type { Value } from '../ruby/value.js';
import { createAnswer } from './answer.js';
import { errorOverlay } from './error-overlay.js';
import { createHttpServer, listen } from './listen.js';
import { attachLiveReload, type LiveReload } from './live-reload.js';
import { readServeOptions, type ServeOptions } from './options.js';
import { Rebuilder } from './rebuilder.js';
import { ReloadDelay } from './reload-delay.js';
import { reloadMessage } from './reload-message.js';
import { isConfigFile, type Watcher, watchSite } from './watch.js';

/** What the server needs from outside: reading the configuration and building belong to others. */
export interface ServeRequest {
  /** Reads the configuration anew; `overrides` win over files and flags. Throws a `SiteError` when it is wrong. */
  readonly loadConfig: (overrides: Readonly<Record<string, Value>>, reporter: Reporter) => Config;
  /** Builds the site and tells the user how it went. */
  readonly build: (config: Config) => Promise<BuildOutcome>;
  /** Configuration keys that flags set. */
  readonly chosen: ReadonlySet<string>;
  readonly reporter: Reporter;
}

export interface BuildOutcome {
  /** Why the build failed; empty when it went well. */
  readonly errors: readonly Diagnostic[];
  /** Relative to the destination: what the build wrote or removed. */
  readonly changedPaths: readonly string[];
}

/** A running development server. */
export interface ServedSite {
  /** With a trailing slash, e.g. `http://127.0.0.1:4000/blog/`. */
  readonly url: string;
  readonly options: ServeOptions;
  close(): Promise<void>;
}

/** Milliseconds without a change before a rebuild: an editor's "save all" is one. */
const QUIET = 5;

/** For the second reading of a configuration at the start, whose warnings the first has told. */
const SILENT = createReporter({
  level: 'error',
  streams: { out: () => {}, err: () => {} },
  colors: { out: PLAIN, err: PLAIN },
});

/**
 * Builds the site, serves it, and builds it again when something changes.
 *
 * @throws PortInUseError, ServeOptionError, SiteError before anything runs
 */
export async function serve(request: ServeRequest): Promise<ServedSite> {
  const session = new Session(request);
  await session.start();
  return session;
}

class Session implements ServedSite {
  readonly #request: ServeRequest;
  readonly #rebuilder = new Rebuilder((changed) => this.#rebuild(changed), QUIET);
  #config: Config;
  #options: ServeOptions;
  #answer: ReturnType<typeof createAnswer>;
  #server: Server | null = null;
  #socketServer: Server | null = null;
  #live: LiveReload | null = null;
  #delay: ReloadDelay | null = null;
  #watcher: Watcher | null = null;
  #isBroken = false;

  constructor(request: ServeRequest) {
    this.#request = request;
    this.#config = request.loadConfig({}, request.reporter);
    this.#options = readServeOptions(this.#config, request.chosen);
    this.#answer = createAnswer(this.#config.directories.destination, this.#options);
  }

  get options(): ServeOptions {
    return this.#options;
  }

  get url(): string {
    const { host, port, tls, baseurl } = this.#options;
    return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}${baseurl}/`;
  }

  async start(): Promise<void> {
    const wanted = this.#options.port;
    this.#server = createHttpServer(
      (request, response) => this.#answer(request, response),
      this.#options.tls,
    );
    const port = await listen(this.#server, this.#options);
    if (port !== wanted) this.#request.reporter.warn('Port:', `${wanted} is in use, taking ${port} instead.`);
    this.#options = { ...this.#options, port };
    this.#reload(SILENT);
    await this.#startLiveReload(this.#server);
    if (!this.#options.skipInitialBuild) await this.#buildFirst();
    if (this.#options.watch) await this.#watch();
  }

  async close(): Promise<void> {
    this.#delay?.close();
    this.#live?.close();
    await Promise.all([
      this.#watcher?.close(),
      this.#rebuilder.close(),
      closeServer(this.#server),
      closeServer(this.#socketServer),
    ]);
  }

  async #startLiveReload(server: Server): Promise<void> {
    const { liveReload, allowedHosts, host } = this.#options;
    if (!liveReload) return;
    const names = [host, ...allowedHosts];
    const { minDelay, maxDelay } = liveReload;
    const longest = maxDelay === null ? null : maxDelay * 1000;
    this.#delay = new ReloadDelay((paths) => this.#sendReload(paths), minDelay * 1000, longest);
    if (liveReload.port === null) {
      this.#live = attachLiveReload(server, names);
      return;
    }
    this.#socketServer = createHttpServer((_, response) => response.writeHead(404).end(), this.#options.tls);
    await listen(this.#socketServer, { ...this.#options, port: liveReload.port, isPortChosen: true });
    this.#live = attachLiveReload(this.#socketServer, names);
  }

  async #watch(): Promise<void> {
    this.#watcher = await watchSite(this.#config, this.#options.polling, (path) => this.#rebuilder.add(path));
  }

  async #buildFirst(): Promise<void> {
    const { reporter } = this.#request;
    const { source, destination } = this.#config.directories;
    reporter.info('Source:', source);
    reporter.info('Destination:', destination);
    const start = performance.now();
    const outcome = await this.#build();
    reporter.info('Generated:', resultOf(outcome, performance.now() - start));
  }

  async #rebuild(changed: readonly string[]): Promise<void> {
    const { reporter } = this.#request;
    const start = performance.now();
    if (changed.some((path) => isConfigFile(path, this.#config)) && !(await this.#reconfigure())) return;
    const outcome = await this.#build();
    const names = changed.map((path) => relative(this.#config.directories.root, path));
    const what =
      names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
    reporter.info('Regenerated:', `${what}: ${resultOf(outcome, performance.now() - start)}`);
  }

  /** Reads a changed configuration; where the folders moved, the watcher moves along. */
  async #reconfigure(): Promise<boolean> {
    const watched = JSON.stringify(this.#config.directories);
    try {
      this.#reload(this.#request.reporter);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      this.#request.reporter.report(error.diagnostic);
      this.#showErrors([error.diagnostic]);
      return false;
    }
    if (JSON.stringify(this.#config.directories) !== watched && this.#watcher) {
      await this.#watcher.close();
      await this.#watch();
    }
    return true;
  }

  /** In development Jekyll's `site.url` is the server's own address. */
  #reload(reporter: Reporter): void {
    const { port, tls, host } = this.#options;
    const name = host === '127.0.0.1' ? 'localhost' : host;
    const isDevelopment = this.#config.environment === 'development';
    this.#config = this.#request.loadConfig(
      isDevelopment ? { url: `${tls ? 'https' : 'http'}://${name}:${port}` } : {},
      reporter,
    );
    this.#options = { ...readServeOptions(this.#config, this.#request.chosen), port };
    this.#answer = createAnswer(this.#config.directories.destination, this.#options);
  }

  async #build(): Promise<BuildOutcome> {
    const outcome = await this.#request.build(this.#config);
    if (outcome.errors.length > 0) this.#showErrors(outcome.errors);
    else this.#showBuilt(outcome.changedPaths);
    return outcome;
  }

  #showErrors(errors: readonly Diagnostic[]): void {
    this.#isBroken = true;
    const message = { type: 'error', html: errorOverlay(errors) } as const;
    this.#live?.greetWith(message);
    this.#live?.send(message);
  }

  #showBuilt(changedPaths: readonly string[]): void {
    if (this.#isBroken) {
      this.#isBroken = false;
      this.#live?.greetWith(null);
      this.#live?.send({ type: 'fixed' });
    }
    this.#delay?.add(changedPaths);
  }

  #sendReload(changedPaths: readonly string[]): void {
    const { liveReload, baseurl } = this.#options;
    const message = reloadMessage(changedPaths, baseurl, liveReload?.ignore ?? []);
    if (message) this.#live?.send(message);
  }
}

/** How a build went, in words. */
function resultOf({ errors, changedPaths }: BuildOutcome, milliseconds: number): string {
  const count = changedPaths.length;
  const result =
    errors.length > 0
      ? 'failed, the last good pages stay'
      : `${count} ${count === 1 ? 'file' : 'files'} written`;
  return `${result}, ${Math.round(milliseconds)} ms`;
}

function closeServer(server: Server | null): Promise<void> {
  if (!server?.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open; none of them may keep the program alive.
    server.closeAllConnections();
  });
}
