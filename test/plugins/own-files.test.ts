import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const OWN_SHAPE = {
  '_config.yml': 'url: https://a.example\nplugins: [jekyll-sitemap, jekyll-feed, jekyll-redirect-from]\n',
  'layouts/default.html': '{{ content }}',
  'content/index.html': '---\nlayout: default\n---\nhome',
};

test('files of gems give way to those in `public`, without a word', async () => {
  const mine = ['robots.txt', 'sitemap.xml', 'feed.xml', 'redirects.json'];
  const own = Object.fromEntries(mine.map((name) => [`public/${name}`, `my ${name}`]));
  const folder = temporaryFolder({ ...OWN_SHAPE, ...own });
  const { code, err } = await runCli(folder, 'build', '--strict');
  expect([code, err]).toEqual([0, '']);
  for (const name of mine) expect(readFileSync(join(folder, 'dist', name), 'utf8')).toBe(`my ${name}`);
});

test('gems write their files where nobody else does', async () => {
  const folder = temporaryFolder(OWN_SHAPE);
  expect((await runCli(folder, 'build', '--strict')).code).toBe(0);
  const robots = readFileSync(join(folder, 'dist/robots.txt'), 'utf8');
  expect(robots).toBe('Sitemap: https://a.example/sitemap.xml\n');
});
