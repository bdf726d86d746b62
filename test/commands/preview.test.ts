import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { freePort, type RunningSite, serveSite, startServer } from '../serve/served-site.js';

/** Serves a folder until it runs and the work is done. */
async function served(
  folder: string,
  command: 'serve' | 'preview',
  work: (site: RunningSite) => Promise<unknown> = async () => {},
): Promise<string> {
  const site = await startServer(folder, { command, flags: ['--port', await freePort()] });
  try {
    await work(site);
  } finally {
    await site.end();
  }
  return site.output();
}

const JEKYLL = {
  '_config.yml': 'url: https://example.test\n',
  'index.html': '---\n---\n{{ site.url }}\n',
  '404.html': '---\n---\nnothing\n',
};
const OWN = {
  'content/index.md': '---\nlayout: page\n---\n{{ site.url }}\n',
  'layouts/page.html': '{{ content }}',
  '_config.yml': 'url: https://example.test\n',
};

test('serves what was built, as it is', async () => {
  const folder = temporaryFolder(JEKYLL);
  expect((await runCli(folder, 'build')).code).toBe(0);
  writeFileSync(join(folder, 'index.html'), '---\n---\nchanged\n');
  await served(folder, 'preview', async ({ url }) => {
    expect(await (await fetch(`${url}/`)).text()).toBe('https://example.test\n');
    const missing = await fetch(`${url}/nope`);
    expect([missing.status, await missing.text()]).toEqual([404, 'nothing\n']);
    expect((await fetch(`${url}/__utterson/client.js`)).status).toBe(404);
    expect((await fetch(`${url}/__utterson/editor`, { method: 'POST' })).status).toBe(405);
  });
});

test('says that there is nothing when nothing was built', async () => {
  const folder = temporaryFolder(JEKYLL);
  const { code, err } = await runCli(folder, 'preview');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/There is nothing in .*_site\.\n +Build the site first: utterson build\n/),
  ]);
});

test('in the shape of Jekyll, preview and doctor fail on what serve wrote last, until there is a build', async () => {
  const folder = temporaryFolder(JEKYLL);
  const told = await served(folder, 'serve');
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toMatch(/^http:\/\/localhost:/);
  expect(told.trimEnd().split('\n').at(-1)).toBe(
    `  Before deploying: build. What is in ${folder}/_site was made for this server.`,
  );
  for (const command of ['preview', 'doctor']) {
    const { code, err } = await runCli(folder, command);
    expect([command, code]).toEqual([command, 1]);
    expect(err).toContain(`The last to write to ${folder}/_site was \`serve\`, with its own address in it.`);
    expect(err).toContain('→ Build before you deploy: utterson build');
  }
  expect((await runCli(folder, 'build')).code).toBe(0);
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toBe('https://example.test\n');
  expect(await runCli(folder, 'doctor')).toMatchObject({ code: 0 });
});

test('in our own shape serve leaves the output alone', async () => {
  const folder = temporaryFolder(OWN);
  expect((await runCli(folder, 'build')).code).toBe(0);
  const told = await served(folder, 'serve', async ({ url }) => {
    expect(await (await fetch(`${url}/`)).text()).toContain('http://localhost:');
  });
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toContain('https://example.test');
  expect(told).not.toContain('Before deploying');
  expect(existsSync(join(folder, '.utterson-cache/serve/index.html'))).toBe(true);
  expect((await runCli(folder, 'doctor')).out).not.toContain('Served:');
  expect((await runCli(folder, 'clean')).code).toBe(0);
  expect(existsSync(join(folder, '.utterson-cache'))).toBe(false);
});

test('serves again from the cache what was served before', async () => {
  const site = await serveSite(OWN, ['--port', await freePort()]);
  const { folder } = site;
  await site.end();
  await served(folder, 'serve', async ({ url }) => {
    expect((await fetch(`${url}/`)).status).toBe(200);
  });
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});
