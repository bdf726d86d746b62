import type { Server } from 'node:http';
import { relative } from 'node:path';
import { slashed } from '../ruby/file-path.js';
import { compileFnmatch } from '../ruby/fnmatch.js';
import { findFile } from './find-file.js';
import type { Finding } from './finding.js';
import { findingsHtml } from './findings-html.js';
import { closeServer, createHttpServer, listen } from './listen.js';
import type { StateMessage } from './live-message.js';
import { attachLiveReload, type LiveReload, type Tab } from './live-reload.js';
import type { LiveReloadOptions, ServeOptions } from './options.js';
import { ReloadDelay } from './reload-delay.js';
import type { SiteServer } from './site-server.js';
import { findingsFor, isPage, type SiteState } from './site-state.js';

/** The pages that are open in browsers, told of each build. */
export interface Browsers {
  /** Paths of what they show, relative to the destination. */
  readonly shown: ReadonlySet<string>;
  /** Shows how the site fares, in every page from now on. */
  show(state: SiteState): void;
  /** Has pages show what changed, relative to the destination. */
  update(changedPaths: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Browsers that connect to the server, or to the port that LiveReload has to itself; none without LiveReload.
 *
 * @throws PortInUseError when that port is taken
 */
export async function connectBrowsers(server: SiteServer): Promise<Browsers> {
  const { liveReload } = server.options;
  if (!liveReload) return withoutTabs(server);
  const ownServer = await openOwnServer(liveReload, server.options);
  return new OpenTabs(server, ownServer, liveReload);
}

function withoutTabs(server: SiteServer): Browsers {
  return { shown: new Set(), show: (state) => server.show(state), update: () => {}, close: async () => {} };
}

/** A server for the socket alone (`--livereload-port`), `null` when it is on the site's own port. */
async function openOwnServer({ port }: LiveReloadOptions, options: ServeOptions): Promise<Server | null> {
  if (port === null) return null;
  const server = createHttpServer((_, response) => response.writeHead(404).end(), options.tls);
  await listen(server, { ...options, port, isPortChosen: true });
  return server;
}

class OpenTabs implements Browsers {
  readonly #server: SiteServer;
  readonly #ownServer: Server | null;
  readonly #live: LiveReload;
  readonly #delay: ReloadDelay;
  /** What each tab shows, relative to the destination; `null` for nothing of the site. */
  readonly #shown = new WeakMap<Tab, string | null>();

  constructor(server: SiteServer, ownServer: Server | null, { minDelay, maxDelay }: LiveReloadOptions) {
    this.#server = server;
    this.#ownServer = ownServer;
    this.#delay = new ReloadDelay(
      (changedPaths) => this.#tellChanges(changedPaths),
      minDelay * 1000,
      maxDelay === null ? null : maxDelay * 1000,
    );
    this.#live = attachLiveReload(ownServer ?? server.http, {
      access: server.access,
      pagePort: ownServer === null ? null : server.options.port,
      onOpen: (tab) => {
        this.#shown.set(tab, this.#pathOf(tab));
        this.#tellState(tab);
      },
    });
  }

  get shown(): ReadonlySet<string> {
    return new Set([...this.#live.tabs].flatMap((tab) => this.#shown.get(tab) ?? []));
  }

  show(state: SiteState): void {
    this.#server.show(state);
    for (const tab of this.#live.tabs) this.#tellState(tab);
  }

  update(changedPaths: readonly string[]): void {
    this.#delay.add(changedPaths);
  }

  async close(): Promise<void> {
    this.#delay.close();
    this.#live.close();
    if (this.#ownServer) await closeServer(this.#ownServer);
  }

  #tellChanges(changedPaths: readonly string[]): void {
    const { baseurl, liveReload } = this.#server.options;
    const ignored = (liveReload?.ignore ?? []).map(compileFnmatch);
    const paths = changedPaths.filter((path) => !ignored.some((matches) => matches(path)));
    const changed = new Set(paths);
    const addresses = paths.map((path) => `${baseurl}/${path}`);
    const styles = addresses.filter((path) => path.endsWith('.css'));
    // A map of a style sheet comes with it, and no page shows another one but in a frame, which asks for itself.
    const others = addresses.filter((path) => !/\.css(?:\.map)?$/.test(path) && !isPage(path));
    for (const tab of this.#live.tabs) {
      const before = this.#shown.get(tab);
      const now = this.#pathOf(tab);
      this.#shown.set(tab, now);
      const page = before !== now || (now !== null && changed.has(now));
      if (page || styles.length > 0 || others.length > 0) tab.send({ type: 'changed', page, styles, others });
    }
  }

  /** What is at a tab's address; what stands there in place of a page that is missing counts, too. */
  #pathOf({ pathname }: Tab): string | null {
    const { config, options } = this.#server;
    const { destination } = config.directories;
    if (!pathname.startsWith(`${options.baseurl}/`)) return null;
    const found = findFile(destination, pathname.slice(options.baseurl.length));
    const shown = found.kind === 'file' ? found : findFile(destination, '/404.html');
    return shown.kind === 'file' ? slashed(relative(destination, shown.path)) : null;
  }

  #tellState(tab: Tab): void {
    const { state } = this.#server;
    const message = stateMessage(this.#shown.get(tab) ?? null, state);
    tab.send(message);
    if (state.progress !== null) return;
    this.#notesFor(tab).then((missing) => {
      if (missing !== null) tab.send({ ...message, missing });
    });
  }

  async #notesFor({ pathname }: Tab): Promise<string | null> {
    const { config, options } = this.#server;
    const { destination } = config.directories;
    if (!pathname.startsWith(`${options.baseurl}/`)) return null;
    const path = pathname.slice(options.baseurl.length);
    if (findFile(destination, path).kind === 'file') return null;
    return (await this.#server.notesOn(path)) || null;
  }
}

function stateMessage(path: string | null, state: SiteState): StateMessage {
  const { here, elsewhere } = findingsFor(path, state);
  const title = state.broken.length === 0 ? 'The site does not build' : 'This page could not be made';
  return {
    type: 'state',
    progress: state.progress,
    here: here.length === 0 ? null : { title, html: findingsHtml(here) },
    elsewhere:
      elsewhere.length === 0
        ? null
        : {
            label: labelOf(elsewhere),
            isError: elsewhere.some(({ isError }) => isError),
            html: findingsHtml(elsewhere),
          },
    missing: null,
  };
}

/** How many there are, e.g. `1 error elsewhere, 2 warnings`. */
function labelOf(findings: readonly Finding[]): string {
  const errors = findings.filter(({ isError }) => isError).length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'} elsewhere`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.join(', ');
}
