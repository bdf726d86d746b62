import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { FetchError } from '../../../src/themes/http/fetch-error.js';
import { type GetOptions, get } from '../../../src/themes/http/get.js';

/** Serves on loopback while the test runs. @returns its origin, e.g. `http://127.0.0.1:41234` */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => stop(server));
  return `http://127.0.0.1:${await listenOn(server)}`;
}

/** Serves whatever the function writes once the request's head is there, HTTP or not. @returns its origin */
export async function serveBytes(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${await listenOn(server)}`;
}

/** Listens on loopback. @returns the port */
export function listenOn(server: NetServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** Asks a server of the test's, which is trusted, once, unless the options say otherwise. */
export function getFrom(url: string, options: Partial<GetOptions> = {}): ReturnType<typeof get> {
  return get(url, { environment: {}, trusted: new Set([new URL(url).origin]), retries: 0, ...options });
}

/** The error of a `get` that must fail. */
export async function failureOf(answer: Promise<unknown>): Promise<FetchError> {
  return answer.then(
    () => {
      throw new Error('there was an answer');
    },
    (error: FetchError) => error,
  );
}
