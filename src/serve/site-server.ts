import type { RequestListener, Server } from 'node:http';
import type { Config } from '../model/config.js';
import { type CommandReporter, createReporter, PLAIN, type Reporter } from '../report/logger.js';
import type { Value } from '../ruby/value.js';
import { createAnswer } from './answer.js';
import { closeServer, createHttpServer, listen } from './listen.js';
import { readServeOptions, type ServeOptions } from './options.js';

/** How the server learns what to serve. */
export interface ServedConfig {
  /** Reads the configuration anew; `overrides` win over files and flags. Throws a `SiteError` when it is wrong. */
  readonly loadConfig: (overrides: Readonly<Record<string, Value>>, reporter: Reporter) => Promise<Config>;
  /** Configuration keys that flags set. */
  readonly chosen: ReadonlySet<string>;
  readonly reporter: CommandReporter;
}

/** Serves the output folder, as the configuration that was read last says. */
export interface SiteServer {
  readonly http: Server;
  readonly config: Config;
  /** `port` is the one it listens on, whatever was asked for. */
  readonly options: ServeOptions;
  /** With a trailing slash, e.g. `http://127.0.0.1:4000/blog/`. */
  readonly url: string;
  /**
   * Reads the configuration anew.
   *
   * @throws SiteError, ServeOptionError when it is wrong; then it stays as it was
   */
  reload(reporter: Reporter): Promise<Config>;
  close(): Promise<void>;
}

/** For the second reading of a configuration at the start, whose warnings the first has told. */
const SILENT = createReporter({
  level: 'error',
  streams: { out: () => {}, err: () => {} },
  colors: { out: PLAIN, err: PLAIN },
});

/**
 * Listens and answers from the output folder.
 *
 * @throws PortInUseError, ServeOptionError, SiteError before it listens
 */
export async function openSiteServer({ loadConfig, chosen, reporter }: ServedConfig): Promise<SiteServer> {
  let current = settle(await loadConfig({}, reporter), chosen);
  const { port: wanted, host, tls } = current.options;
  const http = createHttpServer((request, response) => current.answer(request, response), tls);
  const port = await listen(http, current.options);
  if (port !== wanted) reporter.warn('Port:', `${wanted} is in use, taking ${port} instead.`);
  const scheme = tls ? 'https' : 'http';
  const reload = async (told: Reporter): Promise<Config> => {
    // In development Jekyll's `site.url` is the server's own address.
    const url = `${scheme}://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
    const isDevelopment = current.config.environment === 'development';
    current = settle(await loadConfig(isDevelopment ? { url } : {}, told), chosen, port);
    return current.config;
  };
  await reload(SILENT);
  return {
    http,
    get config() {
      return current.config;
    },
    get options() {
      return current.options;
    },
    get url() {
      const name = host.includes(':') ? `[${host}]` : host;
      return `${scheme}://${name}:${port}${current.options.baseurl}/`;
    },
    reload,
    close: () => closeServer(http),
  };
}

/** A configuration and what follows from it; one is not changed without the others. */
interface Settled {
  readonly config: Config;
  readonly options: ServeOptions;
  readonly answer: RequestListener;
}

function settle(config: Config, chosen: ReadonlySet<string>, port?: number): Settled {
  const asked = readServeOptions(config, chosen);
  const options = port === undefined ? asked : { ...asked, port };
  return { config, options, answer: createAnswer(config.directories.destination, options) };
}
