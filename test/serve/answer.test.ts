import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/serve/answer.js';
import { createHttpServer } from '../../src/serve/listen.js';
import type { ServeOptions } from '../../src/serve/options.js';
import type { Backstage } from '../../src/serve/reply.js';

const options: ServeOptions = {
  host: '127.0.0.1',
  port: 0,
  isPortChosen: true,
  baseurl: '',
  watch: false,
  polling: false,
  liveReload: null,
  showListing: false,
  skipInitialBuild: true,
  openBrowser: false,
  detach: false,
  tls: null,
  headers: { 'X-Custom': 'yes' },
  allowedHosts: ['my.test', '.below.test'],
  encoding: 'utf-8',
};
const live: ServeOptions = {
  ...options,
  liveReload: { port: null, ignore: [], minDelay: 0, maxDelay: null },
};

/** A workshop in which all is well. */
const backstage: Backstage = {
  access: { scheme: 'http', allowedHosts: [], token: 'secret' },
  clientScript: 'new WebSocket()',
  state: { progress: null, findings: [], broken: [] },
  notesOn: async () => '<p>no idea</p>',
};

let folder: string;
const servers: Server[] = [];
const ports = new Map<ServeOptions, number>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utterson-serve-'));
  const site = join(folder, 'out');
  mkdirSync(join(site, 'docs'), { recursive: true });
  mkdirSync(join(site, 'empty'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(
    join(site, 'index.html'),
    '<!DOCTYPE html><html><head><title>Home</title></head><body>home</body></html>',
  );
  writeFileSync(join(site, 'about.html'), '<p>about</p>');
  writeFileSync(join(site, 'docs/index.html'), '<p>docs</p>');
  writeFileSync(join(site, '404.html'), '<p>nothing here</p>');
  writeFileSync(join(site, 'site.css'), 'a{}');
  writeFileSync(join(site, 'page.xhtml'), '<html xmlns="http://www.w3.org/1999/xhtml"><head></head></html>');
  for (const name of ['a.webmanifest', 'a.avif', 'a.mjs', 'a.wasm', 'a.woff2', 'a.jsonld', 'a.odd'])
    writeFileSync(join(site, name), '');
  writeFileSync(join(site, 'ü b#.txt'), 'odd name');
  writeFileSync(join(site, '.htaccess'), 'hidden');
  writeFileSync(join(site, 'data.bin'), Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  symlinkSync(join(site, 'site.css'), join(site, 'inner-link.css'));
  for (const each of [options, live, withBase, listing]) {
    const source = { folder: site, options: each, backstage: each.liveReload ? backstage : null };
    const server = createHttpServer((request, response) => void answer(request, response, source), null);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    ports.set(each, (server.address() as AddressInfo).port);
  }
});

const withBase: ServeOptions = { ...options, baseurl: '/blog' };
const listing: ServeOptions = { ...options, showListing: true };

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The path goes out as it is: no client cleans `..` away before the server sees it. */
function get(path: string, { to = options, method = 'GET', headers = {} } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port: ports.get(to), path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    request.on('error', reject).end();
  });
}

test('finds index pages, pages without an extension and files, with types and charsets', async () => {
  expect(await get('/')).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  expect((await get('/about')).text).toBe('<p>about</p>');
  expect((await get('/about.html?x=1')).text).toBe('<p>about</p>');
  expect((await get('/docs/')).text).toBe('<p>docs</p>');
  expect((await get('/site.css')).headers['content-type']).toMatch(/^text\/css; ?charset=utf-8$/);
  expect((await get('/%C3%BC%20b%23.txt')).text).toBe('odd name');
});

test('sends a folder asked for without its slash to the one with it, query kept', async () => {
  expect(await get('/docs?a=b')).toMatchObject({ status: 302, headers: { location: '/docs/?a=b' } });
});

test("answers what is missing with the site's 404 page and status", async () => {
  for (const path of ['/nope', '/empty/', '/about/', '/site.css/x']) {
    expect(await get(path)).toMatchObject({ status: 404, text: '<p>nothing here</p>' });
  }
});

test('answers HEAD without a body and ranges with a part', async () => {
  expect(await get('/about', { method: 'HEAD' })).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-length': '12' },
  });
  const part = await get('/data.bin', { headers: { Range: 'bytes=2-4' } });
  expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 2-4/10' } });
  expect([...Buffer.from(part.text)]).toEqual([2, 3, 4]);
  const tail = await get('/data.bin', { headers: { Range: 'bytes=-3' } });
  expect(tail).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 7-9/10' } });
  expect((await get('/data.bin', { headers: { Range: 'bytes=20-' } })).status).toBe(416);
  expect((await get('/data.bin', { headers: { Range: 'lines=1-2' } })).status).toBe(200);
});

test('refuses to change anything', async () => {
  expect(await get('/', { method: 'POST' })).toMatchObject({ status: 405 });
});

test('sends the configured headers and forbids keeping', async () => {
  for (const path of ['/', '/site.css', '/nope']) {
    const { headers } = await get(path);
    expect(headers['x-custom']).toBe('yes');
    expect(headers['cache-control']).toContain('no-store');
  }
});

test('never leaves the output folder', async () => {
  const attacks = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/docs/../../secret.txt',
    '/docs/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '//../secret.txt',
    '/%00/secret.txt',
    '/%E0%A4%A',
    '/link.txt',
    '/.htaccess',
  ];
  for (const path of attacks) {
    const got = await get(path);
    expect([path, got.status, got.text]).toEqual([path, 404, '<p>nothing here</p>']);
  }
  expect((await get('/inner-link.css')).text).toBe('a{}');
});

test('a path with two slashes is no way to another host', async () => {
  const { headers } = await get('//docs');
  expect(headers.location ?? '/').not.toMatch(/^\/\//);
});

test('refuses foreign host names and answers its own', async () => {
  const statusFor = async (host: string): Promise<number> =>
    (await get('/', { headers: { Host: host } })).status;
  for (const host of [
    'localhost:4000',
    '127.0.0.1:4000',
    '[::1]:4000',
    'a.localhost',
    'my.test',
    'x.below.test',
    'LOCALHOST',
  ]) {
    expect([host, await statusFor(host)]).toEqual([host, 200]);
  }
  for (const host of [
    'evil.test',
    'notmy.test',
    'localhost.evil.test',
    'xbelow.test',
    'evil.test@localhost',
  ]) {
    expect([host, await statusFor(host)]).toEqual([host, 403]);
  }
});

test('serves below the base URL only', async () => {
  expect(await get('/', { to: withBase })).toMatchObject({ status: 302, headers: { location: '/blog/' } });
  expect(await get('/blog', { to: withBase })).toMatchObject({
    status: 302,
    headers: { location: '/blog/' },
  });
  expect((await get('/blog/about', { to: withBase })).status).toBe(200);
  expect((await get('/blog/docs', { to: withBase })).headers.location).toBe('/blog/docs/');
  expect((await get('/about', { to: withBase })).status).toBe(404);
  expect((await get('/blogger', { to: withBase })).status).toBe(404);
});

test('lists a folder only when asked to', async () => {
  const { status, text } = await get('/empty/', { to: listing });
  expect(status).toBe(200);
  expect(text).toContain('Index of /empty/');
});

test('adds the reload script while serving, and only then', async () => {
  expect((await get('/')).text).not.toContain('__utterson');
  expect((await get('/', { to: live })).text).toContain(
    '<head><script src="/__utterson/client.js" data-token="secret"></script>',
  );
  expect((await get('/about', { to: live })).text).toBe(
    '<script src="/__utterson/client.js" data-token="secret"></script><p>about</p>',
  );
  expect((await get('/nope', { to: live })).text).toContain('__utterson');
  expect((await get('/__utterson/client.js', { to: live })).text).toContain('WebSocket');
});

test('sends files with the types that the registry has for their names', async () => {
  const typeOf = async (path: string): Promise<string | undefined> =>
    (await get(path)).headers['content-type'];
  const types = [
    ['/page.xhtml', 'application/xhtml+xml; charset=utf-8'],
    ['/page', 'application/xhtml+xml; charset=utf-8'],
    ['/a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/a.avif', 'image/avif'],
    ['/a.mjs', 'text/javascript; charset=utf-8'],
    ['/a.wasm', 'application/wasm'],
    ['/a.woff2', 'font/woff2'],
    ['/a.jsonld', 'application/ld+json; charset=utf-8'],
    ['/a.odd', 'application/octet-stream'],
  ] as const;
  for (const [path, type] of types) expect([path, await typeOf(path)]).toEqual([path, type]);
  expect((await get('/page.xhtml', { to: live })).text).toContain(
    '<head><script src="/__utterson/client.js"',
  );
});
