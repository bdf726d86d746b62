import type { Server } from 'node:http';
import type { Diagnostic } from '../model/diagnostic.js';
import { errorOverlay } from './error-overlay.js';
import { closeServer, createHttpServer, listen } from './listen.js';
import { attachLiveReload } from './live-reload.js';
import type { LiveReloadOptions, ServeOptions } from './options.js';
import { ReloadDelay } from './reload-delay.js';
import { reloadMessage } from './reload-message.js';
import type { SiteServer } from './site-server.js';

/** The pages that are open in browsers, told of each build. */
export interface Browsers {
  /** Lays the errors over every page, those opened from now on included. */
  showErrors(errors: readonly Diagnostic[]): void;
  /** Takes the errors away and has the pages show the files that changed. */
  showBuilt(changedPaths: readonly string[]): void;
  close(): Promise<void>;
}

const NO_BROWSERS: Browsers = { showErrors: () => {}, showBuilt: () => {}, close: async () => {} };

/**
 * Browsers that connect to the server, or to the port that LiveReload has to itself; none without LiveReload.
 *
 * @throws PortInUseError when that port is taken
 */
export async function connectBrowsers(server: SiteServer): Promise<Browsers> {
  const { liveReload, allowedHosts, host } = server.options;
  if (!liveReload) return NO_BROWSERS;
  const ownServer = await openOwnServer(liveReload, server.options);
  const live = attachLiveReload(ownServer ?? server.http, [host, ...allowedHosts]);
  const sendReload = (changedPaths: readonly string[]): void => {
    const { baseurl, liveReload: now } = server.options;
    const message = reloadMessage(changedPaths, baseurl, now?.ignore ?? []);
    if (message) live.send(message);
  };
  const { minDelay, maxDelay } = liveReload;
  const delay = new ReloadDelay(sendReload, minDelay * 1000, maxDelay === null ? null : maxDelay * 1000);
  let isBroken = false;
  return {
    showErrors(errors) {
      isBroken = true;
      const message = { type: 'error', html: errorOverlay(errors) } as const;
      live.greetWith(message);
      live.send(message);
    },
    showBuilt(changedPaths) {
      if (isBroken) {
        isBroken = false;
        live.greetWith(null);
        live.send({ type: 'fixed' });
      }
      delay.add(changedPaths);
    },
    async close() {
      delay.close();
      live.close();
      if (ownServer) await closeServer(ownServer);
    },
  };
}

/** A server for the socket alone (`--livereload-port`), `null` when it is on the site's own port. */
async function openOwnServer({ port }: LiveReloadOptions, options: ServeOptions): Promise<Server | null> {
  if (port === null) return null;
  const server = createHttpServer((_, response) => response.writeHead(404).end(), options.tls);
  await listen(server, { ...options, port, isPortChosen: true });
  return server;
}
