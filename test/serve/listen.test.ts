import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpServer, listen } from '../../src/serve/listen.js';
import type { ServeOptions } from '../../src/serve/options.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** A certificate for `localhost`, signed by itself; the key is known to everybody. */
const certificate = 'test/serve/certificate/certificate.pem';
const key = 'test/serve/certificate/key.pem';

const options: ServeOptions = {
  host: '127.0.0.1',
  port: 4000,
  isPortChosen: false,
  baseurl: '',
  watch: false,
  polling: false,
  liveReload: null,
  showListing: false,
  skipInitialBuild: false,
  openBrowser: false,
  detach: false,
  tls: null,
  headers: {},
  allowedHosts: [],
  encoding: 'utf-8',
};

function closing(server: Server): Server {
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return server;
}

function newServer(): Server {
  return createHttpServer((_, response) => response.end('hello'), null);
}

/** Listens on a port of the system's choice that has free ones above it, and answers with its number. */
async function takePort(): Promise<number> {
  const server = closing(createServer());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function failure(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return `${(error as Error).constructor.name}: ${(error as Error).message}`;
  }
  return 'no failure';
}

test('takes the next free port when nobody chose the one that is taken', async () => {
  const taken = await takePort();
  const server = closing(newServer());
  const port = await listen(server, { ...options, port: taken });
  expect(port).toBeGreaterThan(taken);
  expect((server.address() as AddressInfo).port).toBe(port);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello');
});

test('takes no other port than the chosen one, and names one that is free', async () => {
  const taken = await takePort();
  const server = newServer();
  const error = await listen(server, { ...options, port: taken, isPortChosen: true }).catch(
    (reason) => reason,
  );
  expect(error).toMatchObject({
    port: taken,
    message: `Address already in use - bind(2) for port ${taken}`,
  });
  expect(error.next).toBeGreaterThan(taken);
  expect(server.listening).toBe(false);
});

test('names no port above the last one there is', async () => {
  const last = createServer();
  // Taken by whomever: by another program it is as taken.
  await new Promise<void>((resolve) => {
    last.once('error', () => resolve());
    last.listen(65535, '127.0.0.1', resolve);
  });
  if (last.listening) closing(last);
  const error = await listen(newServer(), { ...options, port: 65535 }).catch((reason) => reason);
  expect(error).toMatchObject({ port: 65535, next: null });
});

test('says that the computer does not have an address', async () => {
  // Kept free for documents (RFC 5737), so no computer has it.
  expect(await failure(() => listen(newServer(), { ...options, host: '192.0.2.1' }))).toBe(
    'ServeOptionError: --host 192.0.2.1 --port 4000: this computer has no such address.',
  );
});

test('speaks TLS with a certificate and its key', async () => {
  const server = closing(createHttpServer((_, response) => response.end('hello'), { certificate, key }));
  const port = await listen(server, { ...options, port: (await takePort()) + 1 });
  const answer = await new Promise<string>((resolve, reject) => {
    const request = get(
      { host: '127.0.0.1', port, ca: readFileSync(certificate), agent: false },
      (response) => response.setEncoding('utf8').on('data', resolve),
    );
    request.on('error', reject);
  });
  expect(answer).toBe('hello');
});

test('names the switch whose file is not there, and where it was looked for', async () => {
  const open = (tls: ServeOptions['tls']) => () => createHttpServer(() => {}, tls);
  expect(await failure(open({ certificate: '/nowhere/a.pem', key }))).toBe(
    'ServeOptionError: --ssl-cert /nowhere/a.pem: there is no such file.\nIts path is relative to the source of the site.',
  );
  expect(await failure(open({ certificate, key: '/nowhere/b.pem' }))).toBe(
    'ServeOptionError: --ssl-key /nowhere/b.pem: there is no such file.\nIts path is relative to the source of the site.',
  );
  const folder = temporaryFolder();
  expect(await failure(open({ certificate: folder, key }))).toBe(
    'ServeOptionError: --ssl-cert ' +
      `${folder}: Error: EISDIR: illegal operation on a directory, read.\nIts path is relative to the source of the site.`,
  );
});

test('refuses what is no certificate', async () => {
  const folder = temporaryFolder({ 'a.pem': 'nonsense' });
  const path = `${folder}/a.pem`;
  expect(await failure(() => createHttpServer(() => {}, { certificate: path, key }))).toMatch(
    new RegExp(
      `^ServeOptionError: --ssl-cert ${path} and --ssl-key ${key} are no certificate and its key: \\S`,
    ),
  );
});
