import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { eventually, freePort, hasTerminal, type RunningSite, serveSite, tokenOf } from './served-site.js';
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
  site = await serveSite(siteFiles, ['--no-livereload', '--port', await freePort()]);
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

/** Opens the reload socket, or not. */
function openSocket(query: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const url = `${site!.url.replace('http', 'ws')}/__utterson/live?${query}`;
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('error', () => resolve('refused'));
  });
}

test('opens the reload socket to its own pages alone', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, ['--port', await freePort()]);
  const { url } = site;
  const good = `token=${await site.token()}&page=/`;
  const { port } = new URL(url);
  const own = { Origin: url };
  expect(await openSocket(good, own)).toBe('open');
  const refused = [
    [good, { Origin: 'http://evil.test' }],
    // Any address was as good as the server's own.
    [good, { Origin: `http://192.0.2.7:${port}` }],
    [good, { Origin: 'http://127.0.0.1:1' }],
    [good, { Origin: `http://localhost:${port}` }],
    [good, { Origin: url.replace('http', 'https') }],
    [good, { Origin: 'null' }],
    [good, {}],
    [good, { Origin: `http://evil.test:${port}`, Host: `evil.test:${port}` }],
    ['page=/', own],
    ['token=&page=/', own],
    [`${good.replace('token=', 'token=x')}`, own],
  ] as const;
  for (const [query, headers] of refused)
    expect([query, headers, await openSocket(query, headers)]).toEqual([query, headers, 'refused']);
});

test('gives the token to nobody but readers of its pages', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, ['--port', await freePort()]);
  const read = async (headers: Readonly<Record<string, string>>): Promise<string> =>
    (await fetch(`${site!.url}/`, { headers })).text();
  expect(await read({})).toContain('data-token');
  expect(await read({ Origin: 'http://evil.test' })).not.toContain('data-token');
  const script = await (await fetch(`${site.url}/__utterson/client.js`)).text();
  expect(script).not.toContain(await site.token());
});

/** What the editor's address answers to a request. */
async function askEditor(body: string, headers: Readonly<Record<string, string>>): Promise<number | object> {
  const response = await fetch(`${site!.url}/__utterson/editor`, { method: 'POST', body, headers });
  return response.ok ? ((await response.json()) as object) : response.status;
}

test('opens the editor at places that were told of, for its own pages, without a shell', {
  timeout: 60_000,
}, async () => {
  const tools = temporaryFolder({
    // Not a name that is known: such an editor gets the file alone.
    'edit; it': '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/opened"\n',
    vim: '#!/bin/sh\ntouch "$(dirname "$0")/opened-vim"\n',
  });
  for (const name of ['edit; it', 'vim']) chmodSync(join(tools, name), 0o755);
  const broken = { ...siteFiles, 'a $(b).md': '---\n---\n\n{% nosuch %}\n' };
  const start = async (editor: string): Promise<Readonly<Record<string, string>>> => {
    await site?.stop();
    const environment = { LAUNCH_EDITOR: '', VISUAL: '', EDITOR: editor };
    site = await serveSite(broken, { flags: ['--port', await freePort()], environment });
    return {
      Origin: site.url,
      'Content-Type': 'application/json',
      'X-Utterson-Token': await site.token(),
    };
  };
  const good = await start(`"${tools}/edit; it" --wait`);
  expect(await askEditor('{"place":0}', good)).toEqual({
    isOpened: true,
    message: 'Opened a $(b).md:4:1',
    place: 'a $(b).md:4:1',
  });
  const opened = await eventually(
    () => existsSync(join(tools, 'opened')) && readFileSync(join(tools, 'opened'), 'utf8'),
    (text) => text !== false && text !== '',
  );
  expect(opened).toBe(`--wait\n${join(site!.folder, 'a $(b).md')}\n`);
  for (const body of ['{"place":7}', '{"place":-1}', '{"place":"a.md"}', '{"file":"/etc/passwd"}', ''])
    expect([body, await askEditor(body, good)]).toEqual([body, 404]);
  const without = (name: string): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const refused = [
    without('Origin'),
    without('X-Utterson-Token'),
    { ...good, 'Content-Type': 'text/plain' },
    { ...good, Origin: 'http://evil.test' },
    { ...good, Origin: 'http://127.0.0.1:1' },
    { ...good, 'X-Utterson-Token': 'guessed' },
  ];
  for (const headers of refused)
    expect([headers, await askEditor('{"place":0}', headers)]).toEqual([headers, 403]);
  const terminal = await start(join(tools, 'vim'));
  expect(await askEditor('{"place":0}', terminal)).toEqual({
    isOpened: false,
    message: 'Your editor needs the terminal: a $(b).md:4:1',
    place: 'a $(b).md:4:1',
  });
  expect(existsSync(join(tools, 'opened-vim'))).toBe(false);
});

test('opens no editor for other computers, and tells them no path of this one', {
  timeout: 60_000,
}, async () => {
  const address = ownAddress();
  const files = {
    ...siteFiles,
    'a.md': '---\n---\n{% include nosuch.html %}\n',
    'b.md': '---\ntitle: a: b\n---\n',
  };
  site = await serveSite(files, { flags: ['--port', await freePort(), '--host', '0.0.0.0'] });
  const url = site.url.replace('localhost', address ?? '127.0.0.1');
  const token = await tokenOf(`${url}/`);
  const heard = await new Promise<string>((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/__utterson/live?token=${token}&page=/`, {
      origin: url,
    });
    socket.on('message', (data) => resolve(String(data))).on('error', reject);
  });
  expect(heard).toContain('nosuch.html');
  expect(heard).not.toContain(site.folder);
  const broken = await (await fetch(`${url}/a`)).text();
  expect(broken).toContain('nosuch.html');
  expect(broken).not.toContain(site.folder);
  if (address === null) return;
  const headers = { Origin: url, 'Content-Type': 'application/json', 'X-Utterson-Token': token };
  const response = await fetch(`${url}/__utterson/editor`, { method: 'POST', body: '{"place":0}', headers });
  expect(response.status).toBe(403);
});

/** An address under which other computers know this one. */
function ownAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? null;
}

test('answers from before the first build on, and says how far it is', { timeout: 120_000 }, async () => {
  const posts = Object.fromEntries(
    Array.from({ length: 1500 }, (_, index) => [
      `_posts/2024-01-01-post-${index}.md`,
      `---\nlayout: default\n---\n${'*some* text with `code`, and more of it\n\n'.repeat(40)}`,
    ]),
  );
  const port = await freePort();
  site = await serveSite({ ...siteFiles, ...posts }, { flags: ['--port', port], until: 'Server address' });
  expect(site.output()).not.toContain('Generated:');
  const early = await fetch(`${site.url}/`);
  expect(early.status).toBe(503);
  expect(await early.text()).toContain('The site is being built');
  const steps = await eventually(
    async () => (await fetch(`${site!.url}/`)).text(),
    (text) => !text.includes('Reading the site'),
  );
  expect(steps).toMatch(/Rendering: \d+ of 15\d\d/);
  const last = await eventually(
    async () => (await fetch(`${site!.url}/`)).status,
    (status) => status === 200,
    60,
  );
  expect(last).toBe(200);
});

test('livereload switches without livereload are refused', async () => {
  const flags = ['--no-livereload', '--livereload-port', '1234'];
  await expect(serveSite(siteFiles, flags)).rejects.toThrow(/--no-livereload/);
});

test('puts no script into pages with --no-livereload', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, ['--no-livereload', '--port', await freePort()]);
  expect(await (await fetch(`${site.url}/`)).text()).not.toContain('__utterson');
});

test.skipIf(!hasTerminal)('has keys on a terminal', { timeout: 60_000 }, async () => {
  site = await serveSite(siteFiles, {
    flags: ['--port', await freePort()],
    environment: { TERM: 'dumb' },
    atTerminal: true,
    until: 'h + enter to show keys',
  });
  const press = async (key: string, expected: string): Promise<unknown> => {
    site!.process.stdin!.write(`${key}\n`);
    return eventually(site!.output, (text) => text.includes(expected));
  };
  await press('h', 'r + enter: build again');
  await press('r', 'Regenerated: 0 files written');
  await press('q', '');
  expect(await site.ended).toBe(0);
});

test('loads a plugin anew when any module of the site changes that it is made of', async () => {
  const served = await serveSite({
    'index.html': '---\n---\n{{ "x" | mark }}',
    '_plugins/mark.mjs':
      "import { left } from '../lib/left.mjs';\nimport right from '../lib/right.cjs';\n" +
      "export default { filters: [{ name: 'mark', arity: [0, 0], apply: (_, text) => left + text + right() }] };\n",
    'lib/left.mjs': "import { sign } from './sign.mjs';\nexport const left = sign + 'a';\n",
    'lib/sign.mjs': "export const sign = '<';\n",
    'lib/right.cjs': "const { end } = require('./end.cjs');\nmodule.exports = () => end;\n",
    'lib/end.cjs': "exports.end = '>';\n",
  });
  site = served;
  const page = async (): Promise<string> => (await fetch(`${served.url}/`)).text();
  const shows = (text: string): Promise<string> => eventually(page, (html) => html.endsWith(text));
  expect(await shows('<ax>')).toContain('<ax>');
  served.write('lib/sign.mjs', "export const sign = '[';\n");
  await shows('[ax>');
  served.write('lib/end.cjs', "exports.end = ']';\n");
  await shows('[ax]');
  served.write('lib/sign.mjs', "export const sign = '(';\n");
  await shows('(ax]');
});

test('tells why what was just saved is left out, and what is wrong with the configuration in full each time', {
  timeout: 60_000,
}, async () => {
  const files = { ...siteFiles, 'about.md': '---\n---\n{% nosuch %}\n' };
  site = await serveSite(files, ['--port', await freePort()]);
  site.write('_posts/hello.md', '---\n---\n');
  // Although another page is broken.
  const reason = '_posts/hello.md: the name of a post must begin with its date';
  expect(await eventually(site.output, (text) => text.includes(reason))).not.toContain('Left out: 1');
  for (let times = 1; times <= 2; times++) {
    site.write('_config.yml', 'title: [\n');
    const told = (text: string): boolean => text.split('at _config.yml:2:1').length > times;
    await eventually(site.output, told);
    site.write('_config.yml', 'title: x\n');
    await eventually(site.output, (text) => text.split('Regenerated: _config.yml').length > times);
  }
});
