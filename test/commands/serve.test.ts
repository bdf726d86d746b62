import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type CliResult, runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { eventually } from '../serve/served-site.js';

const program = join(process.cwd(), 'bin/utterson.js');

afterEach(() => vi.unstubAllEnvs());

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    }),
  );
}

/** Serves in this process, and ends as Ctrl-C does once the work is done. */
async function whileServing(
  folder: string,
  flags: readonly string[],
  work: () => Promise<unknown>,
): Promise<CliResult> {
  const before = process.listenerCount('SIGTERM');
  const running = runCli(folder, 'serve', ...flags);
  try {
    await vi.waitFor(() => expect(process.listenerCount('SIGTERM')).toBeGreaterThan(before), 60_000);
    await vi.waitFor(() => isBuilt(flags), 60_000);
    await work();
  } finally {
    process.emit('SIGTERM');
  }
  return running;
}

/** Until then requests get a page that says how far the first build is. */
async function isBuilt(flags: readonly string[]): Promise<void> {
  const port = flags[flags.indexOf('--port') + 1];
  const scheme = flags.includes('--ssl-cert') ? 'https' : 'http';
  if (scheme === 'http') expect((await fetch(`http://127.0.0.1:${port}/`)).status).not.toBe(503);
}

/** A folder with a program in place of each that opens addresses: it writes down what it is given. */
function fakeBrowser(): string {
  const script = '#!/bin/sh\nprintf %s "$1" > "$(dirname "$0")/opened"\n';
  const folder = temporaryFolder({ 'xdg-open': script, open: script });
  for (const name of ['xdg-open', 'open']) chmodSync(join(folder, name), 0o755);
  return folder;
}

test('tells where it serves from, where it writes and how to stop', async () => {
  const folder = temporaryFolder({ 'index.html': '---\n---\nhello\n' });
  const port = await freePort();
  const { code, out, err } = await whileServing(folder, ['--port', `${port}`], async () => {
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toMatch(/hello\n$/);
  });
  expect([code, err]).toEqual([0, 'Configuration file: none\n']);
  expect(out.replace(/\d+ ms/, 'TIME').split('\n')).toEqual([
    `    Server address: http://127.0.0.1:${port}/`,
    '        LiveReload: enabled',
    `            Source: ${folder}`,
    `       Destination: ${folder}/_site`,
    '         Generated: 1 file written, TIME',
    '  Server running... press ctrl-c to stop.',
    `  Before deploying: build. What is in ${folder}/_site was made for this server.`,
    '',
  ]);
});

test('serves what is there with --skip-initial-build, and warns that it may be old', async () => {
  const folder = temporaryFolder({ 'index.html': 'new', '_site/index.html': 'old' });
  const port = await freePort();
  const { err } = await whileServing(folder, ['--port', `${port}`, '--skip-initial-build'], async () => {
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toMatch(/old$/);
  });
  expect(err).toContain(
    '     Build Warning: Skipping the initial build. This may result in an out-of-date site.\n',
  );
});

test('says why what was just saved is not there', async () => {
  const folder = temporaryFolder({ 'index.html': '---\n---\nhello\n', '_drafts/old.md': 'x' });
  const port = await freePort();
  const { out } = await whileServing(folder, ['--port', `${port}`], async () => {
    const printed: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = (text: string) => {
      printed.push(text);
      return write.call(process.stdout, text);
    };
    writeFileSync(join(folder, '_drafts/new.md'), '---\n---\nx\n');
    await eventually(
      () => printed.join(''),
      (text) => text.includes('Regenerated: _drafts/new.md'),
    );
  });
  expect(out.split('\n').filter((line) => line.includes('Left out:'))).toEqual([
    '          Left out: 1 draft (--drafts)',
    '          Left out: _drafts/new.md: it is a draft',
  ]);
});

test('keeps serving when a build fails, and says so', async () => {
  const folder = temporaryFolder({ 'index.html': '---\n---\n{% frobnicate %}' });
  const port = await freePort();
  const { code, out, err } = await whileServing(folder, ['--port', `${port}`], async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("Unknown tag 'frobnicate'");
  });
  expect(code).toBe(0);
  expect(out).toMatch(/ Generated: 0 files written, 1 page broken, \d+ ms\n/);
  expect(err).toContain("Unknown tag 'frobnicate' in index.html");
});

test('opens the address in a browser with --open-url', async () => {
  const browser = fakeBrowser();
  vi.stubEnv('PATH', `${browser}:${process.env['PATH']}`);
  const folder = temporaryFolder({ 'index.html': 'x' });
  const port = await freePort();
  const flags = ['--port', `${port}`, '--host', '0.0.0.0', '--baseurl', '/blog', '--open-url'];
  await whileServing(folder, flags, () =>
    eventually(
      () => existsSync(join(browser, 'opened')) && readFileSync(join(browser, 'opened'), 'utf8'),
      (opened) => opened === `http://localhost:${port}/blog/`,
    ),
  );
  expect(readFileSync(join(browser, 'opened'), 'utf8')).toBe(`http://localhost:${port}/blog/`);
});

test('asks the user to open the address when no browser can be started', async () => {
  vi.stubEnv('PATH', temporaryFolder());
  const folder = temporaryFolder({ 'index.html': 'x' });
  const port = await freePort();
  const { code, err } = await whileServing(
    folder,
    ['--port', `${port}`, '--open-url'],
    () =>
      // The system's answer that there is no such program comes a moment later.
      new Promise((resolve) => setTimeout(resolve, 500)),
  );
  expect(code).toBe(0);
  expect(err).toMatch(
    new RegExp(
      `Browser: '[\\w-]+' could not be started\\. Open http://127\\.0\\.0\\.1:${port}/ yourself\\.\n`,
    ),
  );
});

test('runs on by itself with --detach, and names the process to end', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder({ 'index.html': 'detached' });
  const port = await freePort();
  const out = execFileSync(process.execPath, [program, 'serve', '--detach', '--port', `${port}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [, pid] = /^Server detached with pid '(\d+)'\. Run `kill \1` to stop the server\.\n$/.exec(out) ?? [];
  expect(out).toContain(`'${pid}'`);
  try {
    const ask = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/`)).text();
    const text = await eventually(
      () => ask().catch(() => ''),
      (answer) => answer === 'detached',
    );
    expect(text).toBe('detached');
  } finally {
    process.kill(Number(pid), 'SIGTERM');
  }
});

test.each([
  ['--port', '99999', "'99999' is no port: `port` is a number from 1 to 65535."],
  ['--ssl-key', 'a.pem', 'Missing --ssl_cert or --ssl_key. Both are required.'],
  [
    '--no-livereload',
    '--livereload-min-delay=2',
    "--livereload-min-delay require LiveReload to be active: leave out '--no-livereload'.",
  ],
])('refuses %s %s before anything is built', async (flag, value, message) => {
  const folder = temporaryFolder({ 'index.html': 'x' });
  const { code, err } = await runCli(folder, 'serve', flag, value);
  expect([code, err]).toEqual([1, `Configuration file: none\n             Error: ${message}\n`]);
  expect(existsSync(join(folder, '_site'))).toBe(false);
});
