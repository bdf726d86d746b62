import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import type { Errand, Result } from './get-in-child.js';
import { listenOn } from './local-server.js';

/** Whether certificates can be made here. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** The names that the world's one server has a certificate for; `wrong.test` leads to it, too. */
const names = ['localhost', 'gems.test', 'other.test', 'github.com', 'codeload.github.com', 'rubygems.org'];

/** One server for all names by `https:`, a proxy that leads to it, and a program that asks. */
export interface SecureWorld {
  readonly port: number;
  /** E.g. `http://127.0.0.1:41234`. */
  readonly proxy: string;
  /** The same proxy, itself reached by TLS. */
  readonly secureProxy: string;
  /** What was asked since it was last emptied: `CONNECT gems.test:443` of the proxy, `GET gems.test/path` of the server. */
  readonly log: string[];
  /** `Proxy-Authorization` as the proxy last saw it. */
  lastCredentials(): string | undefined;
  /** @param extraCertificates a file for NODE_EXTRA_CA_CERTS; the world's own unless said otherwise, `null` for none */
  run(errands: readonly Errand[], extraCertificates?: string | null): Promise<readonly Result[]>;
  close(): void;
}

/**
 * @param answer   what the server says; `Host` tells the name that was meant
 * @param dismiss  what the proxy says to a CONNECT, or `null` to connect; `''` is silence
 */
export async function createSecureWorld(
  answer: RequestListener,
  dismiss: (host: string) => string | null,
): Promise<SecureWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-'));
  const certificate = makeCertificate(folder);
  const tls = { cert: readFileSync(certificate), key: readFileSync(join(folder, 'key.pem')) };
  const program = await compileProgram(folder);
  const log: string[] = [];
  let credentials: string | undefined;

  const server = createSecureServer(tls, (request, response) => {
    log.push(`GET ${request.headers.host}${request.url}`);
    answer(request, response);
  });
  const port = await listenOn(server);
  const onConnect = (request: IncomingMessage, client: Socket): void => {
    log.push(`CONNECT ${request.url}`);
    credentials = request.headers['proxy-authorization'];
    client.on('error', () => {});
    const dismissal = dismiss(request.url!);
    if (dismissal !== null) {
      if (dismissal !== '') client.end(dismissal);
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  };
  const proxy = createServer().on('connect', onConnect);
  const secureProxy = createSecureServer(tls).on('connect', onConnect);
  const sockets = new Set<Socket>();
  for (const each of [server, proxy, secureProxy] as Server[]) {
    each.on('connection', (socket: Socket) => sockets.add(socket));
  }

  return {
    port,
    proxy: `http://127.0.0.1:${await listenOn(proxy)}`,
    secureProxy: `https://localhost:${await listenOn(secureProxy)}`,
    log,
    lastCredentials: () => credentials,
    run: (errands, extraCertificates = certificate) => runProgram(program, errands, extraCertificates),
    close() {
      for (const each of [server, proxy, secureProxy]) each.close();
      for (const socket of sockets) socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signed by itself, for a day. */
function makeCertificate(folder: string): string {
  const path = join(folder, 'certificate.pem');
  const wanted = names.map((name) => `DNS:${name}`).join(',');
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost`
      .split(' ')
      .concat('-addext', `subjectAltName=${wanted}`, '-keyout', join(folder, 'key.pem'), '-out', path),
    { stdio: 'pipe' },
  );
  return path;
}

/** As the command line is compiled: one file that needs no packages. */
async function compileProgram(folder: string): Promise<string> {
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: ['test/themes/http/get-in-child.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return outfile;
}

async function runProgram(
  program: string,
  errands: readonly Errand[],
  extraCertificates: string | null,
): Promise<readonly Result[]> {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  if (extraCertificates !== null) environment['NODE_EXTRA_CA_CERTS'] = extraCertificates;
  const child = spawn(process.execPath, [program], { env: environment, timeout: 30_000 });
  child.stdin.end(JSON.stringify(errands));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the program ended with ${code}: ${errors}`);
  return JSON.parse(output) as readonly Result[];
}
