import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseCases } from '../../bench/table/cases.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const all = { only: null, posts: null, isLarge: false };

function namesOf(choice: Partial<typeof all | { only: string[]; posts: number[] }>): string[] {
  return chooseCases({ ...all, ...choice }).map(({ name }) => name);
}

test('names are unique, and the largest blog is asked for', () => {
  const names = namesOf({});
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('blog-100000');
  expect(chooseCases({ ...all, isLarge: true }).map(({ name }) => name)).toContain('blog-100000');
});

test('a name means itself and what it begins, in the order of the table', () => {
  expect(namesOf({ only: ['static', 'blog'] })).toEqual(['blog-3', 'blog-1000', 'blog-10000', 'static']);
  expect(namesOf({ only: ['blog-1000'] })).toEqual(['blog-1000']);
});

test('blogs may have other sizes', () => {
  expect(namesOf({ only: ['blog'], posts: [5, 70] })).toEqual(['blog-5', 'blog-70']);
});

test('a name that means nothing is said with those that do', () => {
  expect(() => namesOf({ only: ['blog-1'] })).toThrow(/No such case: blog-1\. There are: blog-3, blog-1000/);
});

test('a site is prepared for a peer of each sort, and a copy stands behind our own build', () => {
  const folder = temporaryFolder();
  const [one] = chooseCases({ only: ['blog-3'], posts: [3], isLarge: false });
  const peer = {
    name: 'other',
    version: '1',
    command: 'true',
    args: () => [],
    shapes: {},
  };
  const contenders = one!.prepare(folder, {
    checkouts: { utterson: process.cwd() },
    peers: [
      peer,
      {
        ...peer,
        name: 'shaped',
        shapes: {
          blog: (site, own) => void expect([existsSync(site), existsSync(own)]).toEqual([true, false]),
        },
      },
    ],
    renderers: [],
    hasCopy: true,
  });
  expect(contenders.map(({ name }) => name)).toEqual(['utterson', 'copy', 'shaped']);
  expect(Object.keys(contenders[0]!.run())).toEqual(['wall', 'cpu', 'memory']);
  contenders[1]!.run();
  const page = 'archive.html';
  expect(readFileSync(join(folder, 'copy', page))).toEqual(readFileSync(join(folder, 'utterson/out', page)));
});
