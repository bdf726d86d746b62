import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { historyIn, runCommand } from '../../../src/ruby-host/services/run-command.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};
let clock = 1_700_000_000;

function git(folder: string, ...args: string[]): string {
  const date = `${(clock += 60)} +0100`;
  const env = { ...ENVIRONMENT, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const { stdout, stderr, status } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function commit(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', `${path}: ${text}`);
}

const QUESTIONS = [
  ['rev-list', '--count', 'HEAD'],
  ['log', '-1', '--pretty=%ad', '--date=iso'],
  ['log', '-n', '1', '--format=%ct %s', '--'],
  ['log', '-1', '--pretty=format:%H %cd', '--date=format:%Y-%m-%d'],
  ['log', '--max-count=1', '--date=short', '--format=%ad', 'HEAD', '--'],
];

/** Compares what is answered with what Git prints. @returns how many answers came without Git */
function compare(folder: string, paths: readonly string[]): number {
  const history = historyIn({ directory: folder, environment: ENVIRONMENT });
  let count = 0;
  for (const path of paths) {
    for (const question of QUESTIONS) {
      const words = ['git', ...question, path];
      if (history.answer(words) !== null) count++;
      const tools = { directory: folder, environment: ENVIRONMENT, allow: [], history };
      expect(runCommand(words, tools).output, words.join(' ')).toBe(git(folder, ...question, path));
    }
  }
  return count;
}

function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-qb', 'main');
  commit(folder, 'site/_posts/a b.md', '1');
  commit(folder, 'site/_posts/ä.md', '1');
  commit(folder, 'site/_posts/a b.md', '2');
  commit(folder, 'other.md', '1');
  git(folder, 'mv', 'other.md', 'site/moved.md');
  git(folder, 'commit', '-qm', 'moved');
  commit(folder, 'again.md', '1');
  git(folder, 'rm', '-q', 'again.md');
  git(folder, 'commit', '-qm', 'gone');
  commit(folder, 'again.md', '2');
  return folder;
}

test('what a file was changed by is told of all files at once, as Git tells it', () => {
  const folder = repository();
  const paths = ['_posts/a b.md', '_posts/ä.md', 'moved.md', '../again.md'];
  expect(compare(join(folder, 'site'), [join(folder, 'site/_posts/a b.md')])).toBe(QUESTIONS.length);
  expect(compare(join(folder, 'site'), paths)).toBe(paths.length * QUESTIONS.length);
  expect(compare(join(folder, 'site'), ['_posts', '.'])).toBe(0);
});

test('where branches were merged, Git itself is asked', () => {
  const folder = repository();
  git(folder, 'checkout', '-qb', 'branch');
  commit(folder, 'site/_posts/a b.md', '3');
  git(folder, 'checkout', '-q', 'main');
  commit(folder, 'site/moved.md', '2');
  git(folder, 'merge', '-q', '--no-edit', 'branch');
  expect(compare(join(folder, 'site'), ['_posts/a b.md', 'moved.md'])).toBe(0);
});
