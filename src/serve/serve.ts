import { relative } from 'node:path';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { tellError } from '../report/tell-error.js';
import { type Browsers, connectBrowsers } from './browsers.js';
import { type BuildLoop, type Changes, type Rebuild, startBuildLoop } from './build-loop.js';
import { ServeOptionError, type ServeOptions } from './options.js';
import { tellOwnFile } from './own-file.js';
import { openSiteServer, type ServedConfig, type SiteServer } from './site-server.js';

/** What the server needs from outside: reading the configuration and building belong to others. */
export interface ServeRequest extends ServedConfig {
  /**
   * Builds the site and tells the user how it went.
   *
   * @param changed what the build needs to look at, since the last one that went well
   */
  readonly build: (config: Config, changed: Changes) => Promise<BuildOutcome>;
}

export interface BuildOutcome {
  /** Why the build failed; empty when it went well. */
  readonly errors: readonly Diagnostic[];
  /** Relative to the destination: what the build wrote or removed. */
  readonly changedPaths: readonly string[];
  /** Whether code of the user's ran, which may write anywhere. */
  readonly ranOwnCode: boolean;
}

/** A running development server. */
export interface ServedSite {
  /** With a trailing slash, e.g. `http://127.0.0.1:4000/blog/`. */
  readonly url: string;
  readonly options: ServeOptions;
  close(): Promise<void>;
}

/** Milliseconds without a change before a rebuild: short, for somebody looks at the page. */
const QUIET = 5;

/**
 * Builds the site, serves it, and builds it again when something changes.
 *
 * @throws PortInUseError, ServeOptionError, SiteError before anything runs
 */
export async function serve(request: ServeRequest): Promise<ServedSite> {
  const server = await openSiteServer(request);
  const opened: { close(): Promise<void> }[] = [server];
  const close = async (): Promise<void> => {
    // The last first: a rebuild that runs may yet tell browsers.
    for (const part of opened.toReversed()) await part.close();
  };
  try {
    const browsers = await connectBrowsers(server);
    opened.push(browsers);
    const session = { request, server, browsers };
    opened.push(await startLoop(session));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get url() {
      return server.url;
    },
    get options() {
      return server.options;
    },
    close,
  };
}

/** What a build of the server has to do with. */
interface Session {
  readonly request: ServeRequest;
  readonly server: SiteServer;
  readonly browsers: Browsers;
}

function startLoop(session: Session): Promise<BuildLoop> {
  const { request, server } = session;
  const { skipInitialBuild, watch, polling } = server.options;
  let isFirst = !skipInitialBuild;
  const { config } = server;
  const begin = (changed: Changes): Rebuild => {
    const lead = isFirst ? 'Generated:' : 'Regenerated:';
    if (isFirst) tellFolders(config, request.reporter);
    isFirst = false;
    return beginBuild(changed, lead, session);
  };
  return startBuildLoop({
    config,
    quiet: QUIET,
    polling,
    buildsFirst: isFirst,
    watches: watch,
    begin,
    onOwnFile: (path) => tellOwnFile(path, server.config, request.reporter),
  });
}

function tellFolders({ directories }: Config, reporter: Reporter): void {
  reporter.info('Source:', directories.source);
  reporter.info('Destination:', directories.destination);
}

function beginBuild(changed: Changes, lead: string, session: Session): Rebuild {
  const { request, server, browsers } = session;
  const start = performance.now();
  return {
    load: () => server.reload(request.reporter),
    async build(config, unbuilt) {
      const outcome = await buildAndShow(config, unbuilt, session);
      const names = changed === null ? '' : `${namesOf(changed, config.directories.root)}: `;
      request.reporter.info(lead, names + resultOf(outcome, performance.now() - start));
      return { wentWell: outcome.errors.length === 0, ranOwnCode: outcome.ranOwnCode };
    },
    fail: (error) => browsers.showErrors([tellError(asSiteError(error), request.reporter)]),
  };
}

/** A build that throws has failed like any other: the server lives on, and the browser shows why. */
async function buildAndShow(
  config: Config,
  changed: Changes,
  { request, browsers }: Session,
): Promise<BuildOutcome> {
  const outcome = await request
    .build(config, changed)
    .catch((error) => ({ errors: [tellError(error, request.reporter)], changedPaths: [], ranOwnCode: true }));
  if (outcome.errors.length > 0) browsers.showErrors(outcome.errors);
  else browsers.showBuilt(outcome.changedPaths);
  return outcome;
}

/** What would have stopped the start is a mistake in the configuration once the server runs. */
function asSiteError(error: unknown): unknown {
  return error instanceof ServeOptionError ? new SiteError(messages.serveSetting(error.message)) : error;
}

/** The changed files, the first three by name. */
function namesOf(changed: readonly string[], root: string): string {
  const names = changed.map((path) => relative(root, path));
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
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
