import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { isAllowedHost, isAllowedOrigin } from './allowed-hosts.js';
import { type LiveMessage, SOCKET_PATH } from './client-script.js';

/** The open browser pages. */
export interface LiveReload {
  /** Tells every open page. */
  send(message: LiveMessage): void;
  /** Every page opened from now on is told this first; `null` for nothing. */
  greetWith(message: LiveMessage | null): void;
  close(): void;
}

/**
 * Answers socket requests on a server, refusing those that a foreign page makes.
 *
 * @param allowedHosts names besides `localhost` and addresses
 */
export function attachLiveReload(server: Server, allowedHosts: readonly string[]): LiveReload {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  let greeting: LiveMessage | null = null;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    if (
      request.url !== SOCKET_PATH ||
      !isAllowedHost(host, allowedHosts) ||
      !isAllowedOrigin(origin, allowedHosts)
    ) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      // A browser that goes away mid-sentence is no event.
      client.on('error', () => client.terminate());
      if (greeting) client.send(JSON.stringify(greeting));
    });
  });
  return {
    send(message) {
      const text = JSON.stringify(message);
      for (const client of sockets.clients) if (client.readyState === WebSocket.OPEN) client.send(text);
    },
    greetWith(message) {
      greeting = message;
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
