import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder } from '../../helpers/build-site.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

/** Commits all files of a folder at that time. */
function commit(folder: string, date: string): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@e.org', ...args], { cwd: folder, env });
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'Change');
}

const DATE = '---\n---\n{% last_modified_at %F %T %z %}';

test('a file has the time of its last commit, one that was never committed its own', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'plugins: [jekyll-last-modified-at]\n',
    'a.html': DATE,
    'b.html': DATE,
  });
  commit(folder, '2020-01-02T03:04:05+0200');
  writeFileSync(join(folder, 'b.html'), `${DATE}!`);
  commit(folder, '2021-02-03T04:05:06Z');
  writeFileSync(join(folder, 'a.html'), `${DATE}?`);
  writeFileSync(join(folder, 'new.html'), DATE);
  const { outputs } = await buildFolder(folder);
  expect(outputs['a.html']).toBe('2020-01-02 01:04:05 +0000?');
  expect(outputs['b.html']).toBe('2021-02-03 04:05:06 +0000!');
  expect(outputs['new.html']).not.toMatch(/^202[01]-0[12]/);
});

test('a site in a folder of a repository is found by its paths in it', async () => {
  const folder = temporaryFolder({
    'docs/_config.yml': 'plugins: [jekyll-last-modified-at]\n',
    'docs/sub/ä b.html': DATE,
  });
  commit(folder, '2020-01-02T03:04:05Z');
  const { outputs } = await buildFolder(join(folder, 'docs'));
  expect(outputs['sub/ä b.html']).toBe('2020-01-02 03:04:05 +0000');
});

test('a page without a file stops the tag', async () => {
  const folder = temporaryFolder({
    '_config.yml':
      'plugins: [jekyll-last-modified-at, jekyll-archives]\njekyll-archives: {enabled: [year]}\n',
    '_layouts/archive.html': '{% last_modified_at %}',
    '_posts/2024-01-01-a.md': '---\n---\n',
  });
  const { isFailed, said } = await buildFolder(folder);
  expect(isFailed).toBe(true);
  expect(said).toContain('No such file or directory - 2024/index.html does not exist!');
});
