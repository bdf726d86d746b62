import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder } from '../../helpers/build-site.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const files = {
  '_config.yml': 'plugins: [jekyll-last-modified]\n',
  'a.txt': '---\n---\n{{ page.git | jsonify }} {{ page.last_modified_at }}\n',
  's.txt': '---\n---\n{{ site.git | jsonify }}\n',
  '_posts/2020-01-01-p.md': '---\n---\n{{ page.last_modified_at }}\n',
};

/** Commits all there is, at a second since 1970. */
function commit(folder: string, seconds: number, name: string, message: string): void {
  const date = `${seconds} +0000`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const author = ['-c', `user.name=${name}`, '-c', `user.email=${name.toLowerCase()}@example.org`];
  execFileSync('git', ['add', '-A'], { cwd: folder });
  execFileSync('git', [...author, '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', message], {
    cwd: folder,
    env,
  });
}

// What Jekyll 4.4.1 with the gem prints of the same commits.
const first = {
  short_sha: 'ad22c44',
  long_sha: 'ad22c4421f05c0a8f8ca11fd431bb3240891a0ad',
  author_name: 'Ann',
  author_email: 'ann@example.org',
  author_date: 'Wed Jan 1 00:00:01 2020 +0000',
  commit_name: 'Ann',
  commit_email: 'ann@example.org',
  commit_date: 'Wed Jan 1 00:00:01 2020 +0000',
  subject: 'First',
  body: '        Tabbed',
  message: 'First\n\n        Tabbed',
  changed_files: ['_config.yml', '_posts/2020-01-01-p.md', 'a.txt', 's.txt'],
};
const second = {
  short_sha: '7ed38e7',
  long_sha: '7ed38e7bdecf036331b62801d4f0f74204925cf9',
  author_name: 'Bob',
  author_email: 'bob@example.org',
  author_date: 'Wed Jan 1 00:00:02 2020 +0000',
  commit_name: 'Bob',
  commit_email: 'bob@example.org',
  commit_date: 'Wed Jan 1 00:00:02 2020 +0000',
  subject: 'Second',
  body: null,
  message: 'Second',
  changed_files: ['a.txt'],
};
const authors = [
  { commits: 1, name: 'Ann', email: 'ann@example.org' },
  { commits: 1, name: 'Bob', email: 'bob@example.org' },
];

test('pages and the site know their commits', async () => {
  const folder = temporaryFolder(files);
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  commit(folder, 1_577_836_801, 'Ann', 'First\n\n\tTabbed');
  appendFileSync(join(folder, 'a.txt'), 'more\n');
  commit(folder, 1_577_836_802, 'Bob', 'Second');
  const { outputs, said } = await buildFolder(folder);
  expect(said).toBe('');
  const changes = {
    authors,
    total_commits: 2,
    total_subtractions: 0,
    first_commit: first,
    last_commit: second,
  };
  const [page, modified] = outputs['a.txt']!.split(/(?<=\}) (?=\w)/);
  expect(JSON.parse(page!)).toEqual({ ...changes, total_additions: 4 });
  expect(modified).toBe('Wed Jan 1 00:00:02 2020 +0000\nmore\n');
  const site = { project_name: basename(folder), files_count: 4, total_additions: 11 };
  expect(JSON.parse(outputs['s.txt']!)).toEqual({ ...changes, ...site });
  expect(outputs['2020/01/01/p.html']).toBe('<p>Wed Jan 1 00:00:01 2020 +0000</p>\n');
});

test('without a history the site is built, and told', async () => {
  const { outputs, said } = await buildFolder(temporaryFolder(files));
  expect(said).toBe("Plugin: jekyll-last-modified: Git has no commits of the site's folder.");
  expect(outputs['a.txt']).toBe('null \n');
});
