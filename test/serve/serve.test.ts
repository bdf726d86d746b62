import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { eventually, type RunningSite, serveSite } from './served-site.js';
import { siteFiles } from './site-files.js';

let site: RunningSite | null = null;
afterEach(async () => {
  await site?.stop();
  site = null;
});

async function status(path: string): Promise<number> {
  return (await fetch(`${site!.url}${path}`)).status;
}

test('rebuilds in one line, removes what is gone, and ends at once on Ctrl-C', {
  timeout: 60_000,
}, async () => {
  site = await serveSite(siteFiles, ['--port', await freePort()]);
  expect(await status('/2024/01/01/hello')).toBe(200);
  site.remove('_posts/2024-01-01-hello.md');
  await eventually(
    () => status('/2024/01/01/hello'),
    (code) => code === 404,
  );
  const lines = site
    .output()
    .split('\n')
    .filter((line) => line.includes('Regenerated:'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/Regenerated: _posts\/2024-01-01-hello\.md: \d+ files? written, \d+ ms/);
  const { folder } = site;
  expect(existsSync(join(folder, '_site'))).toBe(true);
  expect(await site.stop()).toBe(0);
  site = null;
});

test('quick saves in a row are a rebuild or two, not twenty', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, ['--port', await freePort()]);
  for (let index = 0; index < 20; index++) site.write('plain.txt', `plain ${index}\n`);
  await eventually(
    async () => (await fetch(`${site!.url}/plain.txt`)).text(),
    (found) => found === 'plain 19\n',
  );
  expect(site.output().split('Regenerated:').length - 1).toBeLessThan(6);
});

test('shows the last of ten quick saves, however close they are', { timeout: 180_000 }, async () => {
  site = await serveSite(siteFiles, ['--port', await freePort()]);
  const { url, write } = site;
  const textOf = async (path: string): Promise<string> => (await fetch(url + path)).text();
  // The same gaps in every run: 5 to 60 milliseconds.
  const gap = (index: number): number => 5 + ((index * 37) % 56);
  for (let round = 0; round < 20; round++) {
    for (let save = 0; save < 10; save++) {
      write('plain.txt', `plain ${round}.${save}\n`);
      write('404.html', `---\n---\npage ${round}.${save}\n`);
      await new Promise((resolve) => setTimeout(resolve, gap(round * 10 + save)));
    }
    const shown = await eventually(
      async () => (await textOf('/plain.txt')) + (await textOf('/404.html')),
      (found) => found === `plain ${round}.9\npage ${round}.9\n`,
    );
    expect(shown).toContain(`${round}.9`);
  }
});

test('never writes the reload script to the output', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, ['--livereload', '--port', await freePort()]);
  const served = await (await fetch(`${site.url}/`)).text();
  expect(served).toContain('__utterson');
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(join(site.folder, '_site/index.html'), 'utf8')).not.toContain('__utterson');
});

test('a port that the user chose and that is taken ends with the next free one in the message', {
  timeout: 60_000,
}, async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port)),
  );
  await expect(serveSite(siteFiles, ['--port', String(port)])).rejects.toThrow(
    new RegExp(`Address already in use[^]*port ${port}[^]*--port \\d+ is free`),
  );
  other.close();
});

test('refuses the reload socket to pages of other origins', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, ['--livereload', '--port', await freePort()]);
  const connect = (origin: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${site!.url.replace('http', 'ws')}/__utterson/live`, { origin });
      socket.on('open', () => {
        socket.close();
        resolve('open');
      });
      socket.on('error', () => resolve('refused'));
    });
  expect(await connect(site.url)).toBe('open');
  expect(await connect('http://evil.test')).toBe('refused');
});

test('livereload switches without livereload are refused', async () => {
  await expect(serveSite(siteFiles, ['--livereload-port', '1234'])).rejects.toThrow(/--livereload/);
});

function freePort(): Promise<string> {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(String(port)));
    }),
  );
}
