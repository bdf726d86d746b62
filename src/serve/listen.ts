import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ServeOptionError, type ServeOptions } from './options.js';

/** A port that is taken; `next` is the first free one above it, `null` when there is none near. */
export class PortInUseError extends Error {
  constructor(
    readonly port: number,
    readonly next: number | null,
  ) {
    super(`Address already in use - bind(2) for port ${port}`);
  }
}

/** Why an address cannot be listened on, by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the port needs the rights of an administrator',
  EADDRNOTAVAIL: 'this computer has no such address',
  ENOTFOUND: 'there is no host of this name',
};

/** How many ports above the wanted one are tried. */
const NEARBY = 20;

/** A server that is not listening yet, with TLS when the options say so. */
export function createHttpServer(answer: RequestListener, tls: ServeOptions['tls']): Server {
  if (!tls) return createServer(answer);
  const [cert, key] = [readFileOf('ssl_cert', tls.certificate), readFileOf('ssl_key', tls.key)];
  try {
    return createTlsServer({ cert, key }, answer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServeOptionError(
      `--ssl-cert ${tls.certificate} and --ssl-key ${tls.key} are no certificate and its key: ${reason}`,
    );
  }
}

function readFileOf(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
    throw new ServeOptionError(
      `--${option.replace('_', '-')} ${path}: ${reason}.\nIts path is relative to the source of the site.`,
    );
  }
}

/**
 * Listens on the wanted port, or, when the user chose none, on the next free one.
 *
 * @returns the port it listens on
 * @throws PortInUseError when the wanted port is taken and none may be taken instead, ServeOptionError when this computer has no
 *   such address or may not use the port
 */
export async function listen(server: Server, { host, port, isPortChosen }: ServeOptions): Promise<number> {
  if (await tryPort(server, host, port)) return (server.address() as AddressInfo).port;
  const next = await nextFreePort(host, port);
  if (isPortChosen || next === null || !(await tryPort(server, host, next)))
    throw new PortInUseError(port, next);
  return next;
}

async function nextFreePort(host: string, port: number): Promise<number | null> {
  for (let candidate = port + 1; candidate <= Math.min(port + NEARBY, 65535); candidate++) {
    const probe = createServer();
    if (await tryPort(probe, host, candidate)) {
      await new Promise((resolve) => probe.close(resolve));
      return candidate;
    }
  }
  return null;
}

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else
        reject(
          new ServeOptionError(
            `--host ${host} --port ${port}: ${REASONS[error.code ?? ''] ?? error.message}.`,
          ),
        );
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve(true);
    });
  });
}

/** Stops listening and ends what is open. */
export function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open; none of them may keep the program alive.
    server.closeAllConnections();
  });
}
