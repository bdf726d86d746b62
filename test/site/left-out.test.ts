import { expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import type { LeftOut } from '../../src/model/left-out.js';
import { leftOutOfAll } from '../../src/site/left-out.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const PAGE = '---\ntitle: T\n---\nbody\n';

async function leftOut(files: Readonly<Record<string, string>>): Promise<readonly LeftOut[]> {
  return (await buildSite({ directory: temporaryFolder(files) })).leftOut;
}

const short = (all: readonly LeftOut[]): string[] => all.map(({ path, reason }) => `${path}: ${reason}`);

test('of several files with one destination all but the last are left out, with the name of that', async () => {
  const page = '---\npermalink: /x.html\n---\n';
  const all = await leftOut({ 'a.md': page, 'b.md': page, 'x.html': 'static' });
  expect(all.map(({ path, reason, detail }) => [path, reason, detail?.split('/').at(-1)])).toEqual([
    ['a.md', 'conflict', 'x.html'],
    ['b.md', 'conflict', 'x.html'],
  ]);
});

test('what a plugin makes a page of is not left out', async () => {
  expect(short(await leftOut({ 'a.md': 'text', 'index.html': PAGE }))).toEqual(['a.md: no-front-matter']);
  const files = { 'a.md': 'text', '_config.yml': 'plugins: [jekyll-optional-front-matter]\n' };
  expect(await leftOut(files)).toEqual([]);
});

test('what has been read has the address that it would have', async () => {
  const [post] = await leftOut({ '_posts/2999-01-02-hello.md': PAGE });
  expect(post).toMatchObject({ reason: 'future', file: { url: '/2999/01/02/hello.html' } });
});

test('a build that fails while it renders knows what is left out, too', async () => {
  const all = await leftOut({ 'a.html': '---\n---\n{% nope %}', '_drafts/d.md': PAGE });
  expect(short(all)).toEqual(['_drafts/d.md: draft']);
});

test('of several passes that is left out which all of them leave out', () => {
  const [a, b]: LeftOut[] = [
    { path: 'a.md', reason: 'draft' },
    { path: 'b.md', reason: 'draft' },
  ];
  expect(leftOutOfAll([[a!, b!], [b!]])).toEqual([b]);
  expect(leftOutOfAll([])).toEqual([]);
});
