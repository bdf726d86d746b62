import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { type Access, isFromOwnPage } from './access.js';
import { SOCKET_PATH } from './inject.js';
import type { LiveMessage } from './live-message.js';

/** A page that is open in a browser. */
export interface Tab {
  /** Path of its address, still percent-encoded, e.g. `/blog/about/`. */
  readonly pathname: string;
  send(message: LiveMessage): void;
}

/** The open pages. */
export interface LiveReload {
  readonly tabs: Iterable<Tab>;
  close(): void;
}

/** Who is let in, and told of those who are. */
export interface LiveReloadParts {
  readonly access: Access;
  /** Of the pages, where the socket has a port of its own; else `null`. */
  readonly pagePort: number | null;
  readonly onOpen: (tab: Tab) => void;
}

/** Answers socket requests on a server, refusing all but those of its own pages. */
export function attachLiveReload(server: Server, { access, pagePort, onOpen }: LiveReloadParts): LiveReload {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const tabs = new Map<WebSocket, Tab>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A browser that goes away mid-sentence is no event.
    socket.on('error', () => socket.destroy());
    const asked = parametersOf(request.url ?? '');
    if (asked === null || !isFromOwnPage(request, asked.get('token'), access, pagePort)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      const tab = tabOf(client, asked.get('page') ?? '/');
      tabs.set(client, tab);
      client.on('error', () => client.terminate()).on('close', () => tabs.delete(client));
      onOpen(tab);
    });
  });
  return {
    get tabs() {
      return tabs.values();
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function tabOf(client: WebSocket, pathname: string): Tab {
  return {
    pathname,
    send(message) {
      if (client.readyState === WebSocket.OPEN) client.send(JSON.stringify(message));
    },
  };
}

/** `null` for another address. */
function parametersOf(url: string): URLSearchParams | null {
  const [path, query = ''] = url.split('?', 2);
  return path === SOCKET_PATH ? new URLSearchParams(query) : null;
}
