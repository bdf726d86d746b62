import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitTimes } from '../../../src/plugins/last-modified-at/commit-times.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

/** A repository whose commits are made at 1, 2, 3 … seconds after 2020 began. */
class Repository {
  readonly folder = temporaryFolder({});
  private time = START;

  constructor() {
    this.git('init', '-q', '-b', 'main');
  }

  git(...args: readonly string[]): string {
    const date = `${this.time} +0000`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const options = ['-c', 'user.name=A', '-c', 'user.email=a@e.org'];
    return execFileSync('git', [...options, ...args], { cwd: this.folder, env, encoding: 'utf8' });
  }

  /** Writes files (removes those of no text) and commits them. */
  commit(files: Readonly<Record<string, string | null>>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(join(file, '..'), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
    this.git('add', '-A');
    this.time++;
    this.git('commit', '-q', '--allow-empty', '-m', 'Change');
  }

  /** Merges branches into the one at hand and makes these files its result. */
  merge(branches: readonly string[], files: Readonly<Record<string, string | null>>): void {
    const heads = branches.map((branch) => this.git('rev-parse', branch).trim());
    const head = this.git('rev-parse', 'HEAD').trim();
    this.commit(files);
    const tree = this.git('write-tree').trim();
    const parents = [head, ...heads].flatMap((parent) => ['-p', parent]);
    this.git('reset', '-q', '--hard', this.git('commit-tree', tree, ...parents, '-m', 'Merge').trim());
  }

  /** Seconds after 2020 began by path, checked against what Git says of each path. */
  times(folder = ''): Record<string, number> {
    const times = [...commitTimes(join(this.folder, folder))];
    for (const [path, time] of times)
      expect(this.git('log', '-n', '1', '--format=%ct', '--', join(folder, path))).toBe(`${time}\n`);
    return Object.fromEntries(times.map(([path, time]) => [path, time - START]));
  }
}

/** The beginning of 2020 in seconds since 1970. */
const START = 1_577_836_800;

describe('commitTimes', () => {
  test('a file has the time of the last commit that changed it', () => {
    const repository = new Repository();
    repository.commit({ a: '1', 'd/ä b': '1', gone: '1' });
    repository.commit({ a: '2' });
    repository.commit({ gone: null });
    repository.commit({});
    expect(repository.times()).toEqual({ a: 2, 'd/ä b': 1, gone: 3 });
    expect(repository.times('d')).toEqual({ 'ä b': 1 });
  });

  test('a merge counts for what it resolved, not for what it took over', () => {
    const repository = new Repository();
    repository.commit({ both: '1', ours: '1', theirs: '1' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ both: '2', theirs: '2' });
    repository.git('checkout', '-q', 'main');
    repository.commit({ both: '3', ours: '3' });
    repository.merge(['side'], { both: '4', theirs: '2' });
    expect(repository.times()).toEqual({ both: 4, ours: 3, theirs: 2 });
  });

  test('what a branch changed and changed back keeps its time', () => {
    const repository = new Repository();
    repository.commit({ a: '1', b: '1' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ a: '2', b: '2' });
    repository.commit({ a: '1' });
    repository.git('checkout', '-q', 'main');
    repository.commit({ c: '1' });
    repository.merge(['side'], { b: '2' });
    repository.commit({ c: '2' });
    expect(repository.times()).toEqual({ a: 1, b: 2, c: 6 });
  });

  test('of several branches the first that has the file as it is counts', () => {
    const repository = new Repository();
    repository.commit({ a: '1', b: '1', c: '1' });
    for (const [branch, files] of [
      ['first', { a: '2', c: '2' }],
      ['second', { b: '3', c: '3' }],
    ] as const) {
      repository.git('checkout', '-q', '-b', branch, 'main');
      repository.commit(files);
    }
    repository.git('checkout', '-q', 'main');
    repository.merge(['first', 'second'], { a: '2', b: '3', c: '4' });
    expect(repository.times()).toEqual({ a: 2, b: 3, c: 4 });
  });

  test('nothing has a time without commits', () => {
    expect(commitTimes(temporaryFolder({}))).toEqual(new Map());
    expect(new Repository().times()).toEqual({});
  });
});
