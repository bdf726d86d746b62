import { expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const PAGE = '---\ntitle: T\n---\nbody\n';
const at = (permalink: string): string => `---\npermalink: ${permalink}\n---\nbody\n`;

/** What may be meant by an address, and what is near. */
async function missing(
  files: Readonly<Record<string, string>>,
  address: string,
): Promise<{ leftOut: string[]; near: string[] }> {
  const { whyMissing } = await buildSite({ directory: temporaryFolder(files) });
  const { leftOut, near } = whyMissing(address);
  return {
    leftOut: leftOut.map(({ path, reason }) => `${path}: ${reason}`),
    near: near.map(({ url }) => url),
  };
}

test('a file that would have the address is named, and no other one', async () => {
  const files = { '_posts/2999-01-02-hello.md': PAGE, '_drafts/hello.md': PAGE };
  const future = { leftOut: ['_posts/2999-01-02-hello.md: future'], near: [] };
  for (const address of ['/2999/01/02/hello.html', '/2999/01/02/hello', '/2999/01/02/hello/index.html?x#y']) {
    expect(await missing(files, address)).toEqual(future);
  }
});

test('front matter that nobody could read says at which address the file would be', async () => {
  const files = {
    'a.md': '---\npermalink: /about-us/\nbody',
    'b.md': '---\npermalink: "/other"\na: b: c\n---\n',
    'c.md': `\n${at('/late/')}`,
    '_drafts/d.md': at('/d-page'),
  };
  expect((await missing(files, '/about-us/')).leftOut).toEqual(['a.md: unclosed']);
  expect((await missing(files, '/other.html')).leftOut).toEqual(['b.md: broken']);
  expect((await missing(files, '/late')).leftOut).toEqual(['c.md: late']);
  expect((await missing(files, '/d-page')).leftOut).toEqual(['_drafts/d.md: draft']);
});

test('else files with the same name are, wherever they would be', async () => {
  const files = { '_posts/hello.md': PAGE, '_drafts/hello.md': PAGE, '_drafts/other.md': PAGE };
  expect((await missing(files, '/blog/Hello/')).leftOut).toEqual([
    '_posts/hello.md: no-date',
    '_drafts/hello.md: draft',
  ]);
  expect((await missing(files, '/')).leftOut).toEqual([]);
});

test('what lies in a folder that is kept out is named by the folder', async () => {
  const files = { '_config.yml': 'exclude: [old/]\n', 'old/a.html': PAGE, '_x/b.html': PAGE };
  expect((await missing(files, '/old/a.html')).leftOut).toEqual(['old: excluded']);
  expect((await missing(files, '/_x/b.html')).leftOut).toEqual(['_x: special-name']);
  expect((await missing(files, '/older/a.html')).leftOut).toEqual([]);
});

test('addresses are near that have the same name, or are spelt nearly so', async () => {
  const files = { 'docs/install.md': PAGE, 'guide/setup.md': PAGE, 'about.md': PAGE, 'x.html': PAGE };
  expect((await missing(files, '/install.html')).near).toEqual(['/docs/install.html']);
  expect((await missing(files, '/Giude/setup/')).near).toEqual(['/guide/setup.html']);
  expect((await missing(files, '/abuot')).near).toEqual(['/about.html']);
  expect((await missing(files, '/y')).near).toEqual([]);
});

test('the base is no part of the address', async () => {
  const files = { '_config.yml': 'baseurl: /blog\n', 'about.md': PAGE };
  expect((await missing(files, 'https://example.org/blog/abuot/')).near).toEqual(['/about.html']);
});

test('a build that could not read the source knows nothing', async () => {
  const files = { '_data/a.yml': 'a: b: c', '_drafts/d.md': PAGE };
  expect(await missing(files, '/d')).toEqual({ leftOut: [], near: [] });
});
