import { expect, test } from 'vitest';
import type { Value } from '../../src/ruby/value.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

const PAGE = '---\ntitle: T\n---\nbody\n';

/** `path: reason` of all that reading these files leaves out, sorted. */
function leftOut(
  files: Readonly<Record<string, string | Uint8Array>>,
  flags: Readonly<Record<string, Value>> = {},
): string[] {
  return readFolder(temporaryFolder(files), flags)
    .site.leftOut.map(({ path, reason, detail }) => [`${path}: ${reason}`, detail].filter(Boolean).join(' '))
    .sort();
}

test('a site of which all is shown leaves out nothing', () => {
  expect(
    leftOut({
      '_config.yml': 'collections: {recipes: {output: true}}\n',
      'index.html': PAGE,
      'style.css': 'a {}',
      '_posts/2024-01-01-a.md': PAGE,
      '_posts/2024-01-02-plain.md': 'no front matter, which posts need not have\n',
      '_recipes/soup.md': PAGE,
      '_recipes/soup.jpg': '',
      '_layouts/default.html': '{{ content }}',
      '_includes/a.html': '',
      '_data/a.yml': 'a: 1',
      '_sass/_a.scss': '',
      Gemfile: '',
    }),
  ).toEqual([]);
});

test('posts wait for their day, and documents of collections that are written', () => {
  const files = {
    '_config.yml': 'collections: {talks: {output: true}, notes: {}}\n',
    '_posts/2999-01-01-a.md': PAGE,
    '_talks/b.md': '---\ndate: 2999-01-02 03:04\n---\n',
    '_notes/c.md': '---\ndate: 2999-01-02\n---\n',
  };
  const talk = '_talks/b.md: future 2999-01-02 03:04';
  expect(leftOut(files)).toEqual(['_posts/2999-01-01-a.md: future 2999-01-01 00:00', talk]);
  expect(leftOut(files, { future: true })).toEqual([]);
});

test('drafts are named wherever they lie, unless they are shown', () => {
  const files = {
    '_drafts/a.md': PAGE,
    'es/_drafts/deep/b.md': PAGE,
    '_drafts/LICENSE': '',
    '_drafts/.hidden.md': PAGE,
  };
  expect(leftOut(files)).toEqual(['_drafts/a.md: draft', 'es/_drafts/deep/b.md: draft']);
  expect(leftOut(files, { show_drafts: true, future: true })).toEqual([]);
});

test('what says `published: false` is named, be it page, post or document', () => {
  const hidden = '---\npublished: false\n---\n';
  const files = {
    '_config.yml': 'collections: {talks: {output: true}}\n',
    'a.html': hidden,
    '_posts/2024-01-01-b.md': hidden,
    '_talks/c.md': hidden,
  };
  expect(leftOut(files)).toEqual([
    '_posts/2024-01-01-b.md: unpublished',
    '_talks/c.md: unpublished',
    'a.html: unpublished',
  ]);
  expect(leftOut(files, { unpublished: true })).toEqual([]);
});

test('older posts than limit_posts lets in are named', () => {
  const files = { '_posts/2024-01-01-a.md': PAGE, '_posts/2024-01-02-b.md': PAGE };
  expect(leftOut(files, { limit_posts: 1 })).toEqual(['_posts/2024-01-01-a.md: limit']);
  expect(leftOut(files, { limit_posts: 2 })).toEqual([]);
});

test('among posts a text without a date is a post that has none, and anything else is no post', () => {
  expect(
    leftOut({ '_posts/a.md': PAGE, '_posts/2024_01_01-b.html': PAGE, '_posts/2024-01-01.svg': '<svg/>' }),
  ).toEqual(['_posts/2024-01-01.svg: no-post', '_posts/2024_01_01-b.html: no-date', '_posts/a.md: no-date']);
});

test('a day that is in no calendar is named with the one it counts as', () => {
  expect(
    leftOut({
      '_posts/2023-02-29-a.md': PAGE,
      '_posts/2024-02-29-b.md': PAGE,
      '_posts/2023-04-31-c.md': '---\ndate: 2023-04-30\n---\n',
    }),
  ).toEqual(['_posts/2023-02-29-a.md: impossible-date 2023-03-01']);
});

test('front matter that is text since it never ends is named', () => {
  const unclosed = '---\ntitle: T\nbody\n';
  expect(leftOut({ 'a.md': unclosed, '_posts/2024-01-01-b.md': unclosed, 'c.md': `${PAGE}---\n` })).toEqual([
    '_posts/2024-01-01-b.md: unclosed',
    'a.md: unclosed',
  ]);
});

test('front matter that does not come first is named, in any file', () => {
  expect(
    leftOut({
      'a.md': `\n${PAGE}`,
      'b.html': `-${PAGE}`,
      'c.css': `\uFEFF${PAGE}`,
      '_posts/2024-01-01-d.md': `\n${PAGE}`,
      'rule.txt': '\n---\nNo key, but a rule.\n',
    }),
  ).toEqual(['_posts/2024-01-01-d.md: late', 'a.md: late', 'b.html: late', 'c.css: late']);
});

test('what cannot be read is named with its line', () => {
  const { site } = readFolder(
    temporaryFolder({ 'a.md': '---\nx: 1\na: b: c\n---\n', '_posts/2024-01-01-b.md': '---\na: b: c\n---\n' }),
  );
  expect(site.leftOut.map(({ path, reason, line }) => [path, reason, line])).toEqual([
    ['_posts/2024-01-01-b.md', 'broken', 2],
    ['a.md', 'broken', 3],
  ]);
});

test('Markdown that is copied is named, other files are not', () => {
  expect(leftOut({ 'README.md': 'text', LICENSE: 'text', 'a.html': '<p>' })).toEqual([
    'README.md: no-front-matter',
  ]);
});

test('what `exclude`, a special name or `safe` keeps out is named once, and not what the build reads by itself', () => {
  expect(
    leftOut({
      '_config.yml': 'exclude: [old/, "*.tmp"]\nlayouts_dir: templates/_wraps\ninclude: [_pages]\n',
      'old/a.md': PAGE,
      'old/b.md': PAGE,
      'sub/x.tmp': '',
      '_stuff/s.md': PAGE,
      '_pages/p.md': PAGE,
      'a.md~': PAGE,
      'templates/_wraps/default.html': '',
    }),
  ).toEqual([
    '_stuff: special-name',
    'a.md~: special-name',
    'old: excluded old/',
    'sub/x.tmp: excluded *.tmp',
  ]);
});
