import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import { type CommandReporter, type Reporter, SILENT } from '../report/logger.js';
import type { Value } from '../ruby/value.js';
import { type Access, makeToken } from './access.js';
import { answer } from './answer.js';
import { answerEditor } from './editor-request.js';
import { decodedPath } from './find-file.js';
import { EDITOR_PATH } from './inject.js';
import { closeServer, createHttpServer, listen } from './listen.js';
import { nearAddresses } from './near-addresses.js';
import { readServeOptions, type ServeOptions } from './options.js';
import { missingNotes } from './own-page.js';
import { Places } from './places.js';
import { type SiteState, STARTING } from './site-state.js';

/** How the server learns what to serve. */
export interface ServedConfig {
  /** Reads the configuration anew; `overrides` win over files and flags. Throws a `SiteError` when it is wrong. */
  readonly loadConfig: (overrides: Readonly<Record<string, Value>>, reporter: Reporter) => Promise<Config>;
  /** Configuration keys that flags set. */
  readonly chosen: ReadonlySet<string>;
  readonly reporter: CommandReporter;
  /** What is answered to somebody who works on the site; `null` for a preview of what visitors would get. */
  readonly workshop: Workshop | null;
}

/** What a server knows of whoever works on the site. */
export interface Workshop {
  /** The working directory, absolute. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The text of the script that pages get. */
  readonly clientScript: string;
  /**
   * What to go by while the configuration of the start cannot be read.
   *
   * @throws SiteError when there is no site to go by either
   */
  readonly withoutFiles: () => Config;
  /** Where what is served is written, by the configuration; `null` for its own destination. */
  readonly destinationFor: (config: Config) => string | null;
  /**
   * Why nothing is at an address.
   *
   * @param path decoded, with a leading slash, without the base URL
   */
  readonly whyMissing: (path: string, config: Config) => Promise<string | null>;
}

/** Serves the output folder, as the configuration that was read last says. */
export interface SiteServer {
  readonly http: Server;
  readonly access: Access;
  readonly places: Places;
  readonly config: Config;
  /** Whether the configuration could not be read yet. */
  readonly isWithoutFiles: boolean;
  /** `port` is the one it listens on, whatever was asked for. */
  readonly options: ServeOptions;
  /** With a trailing slash, e.g. `http://127.0.0.1:4000/blog/`. */
  readonly url: string;
  readonly state: SiteState;
  /** From now on requests are answered by this. */
  show(state: SiteState): void;
  /** Fulfilled as soon as an answer has been sent whole. */
  nextAnswer(): Promise<void>;
  /** Why nothing is at a path and what is near, as HTML. @param path as it was asked for, without the base URL */
  notesOn(path: string): Promise<string>;
  /**
   * Reads the configuration anew.
   *
   * @throws SiteError, ServeOptionError when it is wrong; then it stays as it was
   */
  reload(reporter: Reporter): Promise<Config>;
  close(): Promise<void>;
}

/**
 * Listens and answers from the output folder.
 *
 * @throws PortInUseError, ServeOptionError, SiteError before it listens
 */
export async function openSiteServer(served: ServedConfig): Promise<SiteServer> {
  const { loadConfig, chosen, reporter } = served;
  let isWithoutFiles = false;
  const config = await loadConfig({}, reporter).catch((error: unknown) => {
    if (!(error instanceof SiteError) || served.workshop === null) throw error;
    isWithoutFiles = true;
    return withoutFiles(served.workshop, error);
  });
  const options = readServeOptions(config, chosen);
  const server = new OpenServer(served, { config, options, isWithoutFiles });
  await server.listen();
  return server;
}

/** Where there is no site either, what is wrong with the configuration stops the start. */
function withoutFiles(workshop: Workshop, reason: SiteError): Config {
  try {
    return workshop.withoutFiles();
  } catch (error) {
    throw error instanceof SiteError ? reason : error;
  }
}

/** A configuration and what follows from it; one is not changed without the other. */
interface Settled {
  readonly config: Config;
  readonly options: ServeOptions;
  readonly isWithoutFiles: boolean;
}

class OpenServer implements SiteServer {
  readonly http: Server;
  readonly access: Access;
  readonly places = new Places();
  state: SiteState = STARTING;
  readonly #served: ServedConfig;
  #current: Settled;
  #waiting: (() => void)[] = [];

  constructor(served: ServedConfig, settled: Settled) {
    this.#served = served;
    this.#current = settled;
    const { host, allowedHosts, tls } = settled.options;
    this.access = {
      scheme: tls ? 'https' : 'http',
      allowedHosts: [host, ...allowedHosts],
      token: makeToken(),
    };
    this.http = createHttpServer((request, response) => this.#answer(request, response), tls);
  }

  get config(): Config {
    return this.#current.config;
  }

  get isWithoutFiles(): boolean {
    return this.#current.isWithoutFiles;
  }

  get options(): ServeOptions {
    return this.#current.options;
  }

  get url(): string {
    const { host, port, baseurl } = this.options;
    const name = host.includes(':') ? `[${host}]` : host;
    return `${this.access.scheme}://${name}:${port}${baseurl}/`;
  }

  async listen(): Promise<void> {
    const wanted = this.options.port;
    const port = await listen(this.http, this.options);
    this.#current = { ...this.#current, options: { ...this.options, port } };
    const { reporter } = this.#served;
    if (port !== wanted) reporter.warn('Port:', `${wanted} is in use, taking ${port} instead.`);
    // The first build tries again, and tells.
    if (this.isWithoutFiles) return;
    // The first reading has told its warnings.
    await this.reload(SILENT).catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
  }

  show(state: SiteState): void {
    this.state = state;
  }

  nextAnswer(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async notesOn(path: string): Promise<string> {
    const { config } = this;
    const decoded = decodedPath(path);
    try {
      const reason = (await this.#served.workshop?.whyMissing(decoded, config)) ?? null;
      return missingNotes(
        reason,
        nearAddresses(config.directories.destination, decoded),
        this.options.baseurl,
      );
    } catch (error) {
      this.#tell(path, error);
      return '';
    }
  }

  async reload(reporter: Reporter): Promise<Config> {
    const { loadConfig, chosen } = this.#served;
    const config = await loadConfig(this.#overrides(), reporter);
    const options = { ...readServeOptions(config, chosen), port: this.options.port };
    this.#current = { config, options, isWithoutFiles: false };
    return config;
  }

  close(): Promise<void> {
    return closeServer(this.http);
  }

  /** In development Jekyll's `site.url` is the server's own address. */
  #overrides(): Readonly<Record<string, Value>> {
    const { workshop } = this.#served;
    if (workshop === null) return {};
    const { config, options } = this.#current;
    const host = options.host === '127.0.0.1' ? 'localhost' : options.host;
    const destination = workshop.destinationFor(config);
    return {
      ...(config.environment === 'development' && {
        url: `${this.access.scheme}://${host}:${options.port}`,
      }),
      ...(destination !== null && { destination }),
    };
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    response.once('finish', () => {
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
    this.#reply(request, response).catch((error: unknown) => {
      this.#tell(request.url ?? '', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  }

  /** What keeps one request from its answer ends nothing else. */
  #tell(url: string, error: unknown): void {
    this.#served.reporter.error(
      'Server:',
      `${url}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }

  #reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { workshop } = this.#served;
    const { access, places, state } = this;
    if (workshop && request.url === EDITOR_PATH)
      return answerEditor(request, response, { ...workshop, access, places });
    const backstage = workshop && {
      access,
      state,
      clientScript: workshop.clientScript,
      notesOn: (path: string) => this.notesOn(path),
    };
    const { config, options } = this.#current;
    return answer(request, response, { folder: config.directories.destination, options, backstage });
  }
}
