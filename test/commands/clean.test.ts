import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
