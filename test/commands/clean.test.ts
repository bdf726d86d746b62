import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveManifest } from '../../src/write/manifest.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('removes what builds write and names what was not there, as Jekyll does', async () => {
  const folder = temporaryFolder({ '_config.yml': 'title: x\n', '_site/index.html': 'x', 'index.md': 'x' });
  const { code, out } = await runCli(folder, 'clean');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    `Configuration file: ${folder}/_config.yml`,
    `           Cleaner: Removing ${folder}/_site...`,
    `           Cleaner: Nothing to do for ${folder}/.jekyll-metadata.`,
    `           Cleaner: Nothing to do for ${folder}/.jekyll-cache.`,
    '           Cleaner: Nothing to do for .sass-cache.',
    '',
  ]);
  expect(existsSync(join(folder, '_site'))).toBe(false);
  expect(existsSync(join(folder, 'index.md'))).toBe(true);
});

test('does not remove a folder that the site is read from', async () => {
  const folder = temporaryFolder({ '_layouts/a.html': 'x' });
  const { code } = await runCli(folder, 'clean', '-d', '_layouts');
  expect(code).toBe(1);
  expect(existsSync(join(folder, '_layouts/a.html'))).toBe(true);
});

test('removes nothing but what builds wrote in a site of our own shape, unless told to', async () => {
  const folder = temporaryFolder({
    'content/index.md': 'x',
    'layouts/default.html': 'x',
    'dist/old/index.html': 'built',
    'dist/mine.txt': 'mine',
  });
  const dist = join(folder, 'dist');
  const written = { hash: '', size: 5, modifiedAt: 0, changedAt: 0, inode: 0 };
  saveManifest(join(folder, '.utterson-cache'), dist, new Map([['old/index.html', written]]));
  const { out } = await runCli(folder, 'clean');
  expect(readdirSync(dist)).toEqual(['mine.txt']);
  expect(out).toContain(`What no build has written stays in ${dist}; --force removes it, too.`);
  await runCli(folder, 'clean', '--force');
  expect(existsSync(dist)).toBe(false);
});

test('does not remove a folder outside the site that no build has written to', async () => {
  const folder = temporaryFolder({ 'site/index.md': 'x', 'photos/a.jpg': 'x' });
  const refused = await runCli(join(folder, 'site'), 'clean', '-d', '../photos');
  expect(refused.code).toBe(1);
  expect(existsSync(join(folder, 'photos/a.jpg'))).toBe(true);
});
