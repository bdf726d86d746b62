import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { CommandReporter, Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { tellError } from '../report/tell-error.js';
import { isLoopback } from './access.js';
import { type Browsers, connectBrowsers } from './browsers.js';
import { type BuildEnd, type BuildLoop, type Changes, type Rebuild, startBuildLoop } from './build-loop.js';
import { findingOf, type Told } from './finding.js';
import { ServeOptionError, type ServeOptions } from './options.js';
import { openSiteServer, type ServedConfig, type SiteServer, type Workshop } from './site-server.js';
import type { BrokenPage } from './site-state.js';
import { tellOwnFile, tellPolling } from './watch-notes.js';

/** What the server needs from outside: reading the configuration and building belong to others. */
export interface ServeRequest extends ServedConfig {
  readonly workshop: Workshop;
  /** For one build: what another one was told does not count for it. */
  readonly makeReporter: () => CommandReporter;
  /** What `exclude` of a configuration keeps out: a test for absolute paths. */
  readonly excludedBy: (config: Config) => (path: string) => boolean;
  /** Builds the site and tells the user how it went. */
  readonly build: (order: BuildOrder) => Promise<BuildOutcome>;
}

/** One build of the server. */
export interface BuildOrder {
  readonly config: Config;
  /** What the build needs to look at, since the last one that went well. */
  readonly changed: Changes;
  /** What was saved just now, which this build is for; `null` for the first. */
  readonly saved: Changes;
  /** Told how far it is, e.g. `Rendering: 12 of 400`. */
  readonly onProgress: (progress: string) => void;
  /** Paths of what browsers show, relative to the destination. */
  readonly shown: ReadonlySet<string>;
  /** Told of what was written before all else, likewise; waited for until somebody has seen it. */
  readonly onFirst: (paths: readonly string[]) => Promise<void>;
}

/** How a build went. */
export interface BuildOutcome {
  /** Everything it told, in order. */
  readonly told: readonly Told[];
  readonly wentWell: boolean;
  /** What could not be made while all else was written. */
  readonly broken: readonly BrokenPage[];
  /** Relative to the destination: what the build wrote or removed, without what was told of before. */
  readonly changedPaths: readonly string[];
  /** Whether code of the user's ran, which may write anywhere. */
  readonly ranOwnCode: boolean;
}

/** A running development server. */
export interface ServedSite {
  /** With a trailing slash, e.g. `http://127.0.0.1:4000/blog/`. */
  readonly url: string;
  readonly options: ServeOptions;
  readonly config: Config;
  /** Fulfilled when the first build is done and changes are waited for. */
  readonly ready: Promise<void>;
  /** Builds again without a change. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds without a change before a rebuild: short, for somebody looks at the page. */
const QUIET = 5;

/** Milliseconds that a build waits at most until a page that was written first is asked for: by a tab that was told, by anybody else. */
const SEEN = { byTab: 100, byAnybody: 10 };

/** Milliseconds between two tellings of how far the first build is. */
const STEP = 200;

/**
 * Serves a site, builds it, and builds it again when something changes. Answers as soon as it listens: until there is a site, requests get
 * a page that says how far it is.
 *
 * @throws PortInUseError, ServeOptionError, SiteError before anything runs
 */
export async function serve(request: ServeRequest): Promise<ServedSite> {
  const server = await openSiteServer(request);
  const browsers = await connectBrowsers(server).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const loop = startLoop({ request, server, browsers });
  return {
    get url() {
      return server.url;
    },
    get options() {
      return server.options;
    },
    get config() {
      return server.config;
    },
    ready: loop.ready,
    rebuild: () => loop.rebuild(),
    async close() {
      // The last first: a rebuild that runs may yet tell browsers.
      for (const part of [loop, browsers, server]) await part.close();
    },
  };
}

/** What a build of the server has to do with. */
interface Session {
  readonly request: ServeRequest;
  readonly server: SiteServer;
  readonly browsers: Browsers;
}

function startLoop(session: Session): BuildLoop {
  const { request, server, browsers } = session;
  const { skipInitialBuild, watch, polling } = server.options;
  if (skipInitialBuild) browsers.show({ progress: null, findings: [], broken: [] });
  let isFirst = !skipInitialBuild;
  const begin = (changed: Changes): Rebuild => {
    const isThisFirst = isFirst;
    isFirst = false;
    if (isThisFirst) tellFolders(server.config, request.reporter);
    return beginBuild(changed, isThisFirst, session);
  };
  return startBuildLoop({
    config: server.config,
    quiet: QUIET,
    polling,
    buildsFirst: isFirst || server.isWithoutFiles,
    isStale: server.isWithoutFiles,
    watches: watch,
    begin,
    excludedBy: request.excludedBy,
    onOwnFile: (path) => tellOwnFile(path, server.config, request.reporter),
    onPolling: (error) => tellPolling(error, request.reporter),
  });
}

function tellFolders({ directories }: Config, reporter: Reporter): void {
  reporter.info('Source:', directories.source);
  reporter.info('Destination:', directories.destination);
}

function beginBuild(changed: Changes, isFirst: boolean, session: Session): Rebuild {
  const { request, server } = session;
  const reporter = request.makeReporter();
  const start = performance.now();
  return {
    load: () => server.reload(reporter),
    async build(config, unbuilt): Promise<BuildEnd> {
      const order = { config, changed: unbuilt, saved: changed };
      const outcome = await buildAndShow(order, isFirst, session);
      const names = changed === null ? '' : `${namesOf(changed, config.directories.root)}: `;
      const result = resultOf(outcome, isFirst, performance.now() - start);
      reporter.info(isFirst ? 'Generated:' : 'Regenerated:', names + result);
      return outcome;
    },
    fail(error) {
      const diagnostic = tellError(asSiteError(error), reporter);
      show([{ diagnostic, owner: undefined }], [], session);
    },
  };
}

/** An outcome, and how many files came or went in all. */
type ShownOutcome = BuildOutcome & { readonly count: number };

/** A build that throws has failed like any other: the server lives on, and the browser shows why. */
async function buildAndShow(
  order: Pick<BuildOrder, 'config' | 'changed' | 'saved'>,
  isFirst: boolean,
  session: Session,
): Promise<ShownOutcome> {
  const { request, server, browsers } = session;
  const first: string[] = [];
  let toldAt = 0;
  const onProgress = (progress: string): void => {
    if (!isFirst || performance.now() - toldAt < STEP) return;
    toldAt = performance.now();
    browsers.show({ progress, findings: [], broken: [] });
  };
  const onFirst = async (paths: readonly string[]): Promise<void> => {
    first.push(...paths);
    browsers.update(paths);
    const wait = paths.some((path) => browsers.shown.has(path)) ? SEEN.byTab : SEEN.byAnybody;
    await Promise.race([server.nextAnswer(), setTimeout(wait)]);
  };
  const outcome = await request
    .build({ ...order, onProgress, shown: browsers.shown, onFirst })
    .catch((error: unknown) => failed(tellError(error, request.makeReporter())));
  show(outcome.told, outcome.broken, session);
  browsers.update(outcome.changedPaths);
  return { ...outcome, count: new Set([...first, ...outcome.changedPaths]).size };
}

function failed(diagnostic: Diagnostic): BuildOutcome {
  const told = [{ diagnostic, owner: diagnostic.file }];
  return { told, wentWell: false, broken: [], changedPaths: [], ranOwnCode: true };
}

function show(
  told: readonly Told[],
  broken: readonly BrokenPage[],
  { request, server, browsers }: Session,
): void {
  const { config, places, options } = server;
  const { directory } = request.workshop;
  const tools = { config, directory, places, isOpen: !isLoopback(options.host) };
  browsers.show({ progress: null, findings: told.map((one) => findingOf(one, tools)), broken });
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
function resultOf({ wentWell, broken, count }: ShownOutcome, isFirst: boolean, milliseconds: number): string {
  const written = counted(count, 'file');
  const time = `${Math.round(milliseconds)} ms`;
  const brokenPages = broken.filter(({ path }) => path !== null).length;
  const brokenParts = [
    ...(brokenPages > 0 ? [counted(brokenPages, 'page')] : []),
    ...(broken.length > brokenPages ? [counted(broken.length - brokenPages, 'other file')] : []),
  ];
  if (broken.length > 0) return `${written} written, ${brokenParts.join(' and ')} broken, ${time}`;
  if (wentWell || count > 0) return `${written} written, ${time}`;
  return `failed${isFirst ? '' : ', the last good pages stay'}, ${time}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
