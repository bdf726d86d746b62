import { expect, test } from 'vitest';
import { inspect } from '../../src/ruby/inspect.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

const PAGE = '---\n---\n';

/** A configuration of one set a scope, each with a value named by its place in the list. */
function configOf(scopes: readonly string[], more = ''): string {
  const sets = scopes.map((scope, index) => `- {scope: ${scope}, values: {v${index}: 1}}\n`);
  return `${more}defaults:\n${sets.join('')}`;
}

/** Names of the values that every page, post and document has from its defaults, sorted. */
function applied(files: Record<string, string>): Record<string, string> {
  const { site } = readFolder(temporaryFolder(files), { show_drafts: true });
  const documents = [...site.collections.values()].flatMap((collection) => collection.documents);
  return Object.fromEntries(
    [...site.pages, ...documents, ...site.staticFiles].map(({ path, data }) => [
      path,
      [...data.keys()]
        .filter((key) => /^v\d+$/.test(String(key)))
        .map((key) => Number(String(key).slice(1)))
        .sort((a, b) => a - b)
        .join(' '),
    ]),
  );
}

/** Jekyll 4.4.1 applies the same sets to the same files. */
test('scopes are prefixes, or globs of which Ruby finds prefixes', () => {
  const scopes = [
    '{path: "docs"}',
    '{path: "/docs/"}',
    '{path: "docs/*"}',
    '{path: "*/a.md"}',
    '{path: "**/a.md"}',
    '{path: "docs/?.md"}',
    '{path: "{docs,Docs}/*"}',
    '{path: "[dD]ocs/*"}',
    '{path: ".h*"}',
    '{path: "*"}',
    '{path: ""}',
    '{path: 5}',
    '{path: "*.txt"}',
    '{path: "docs/b/**"}',
    '{path: "nowhere/*"}',
    '{path: "./docs"}',
    '{path: "we[i]rd"}',
    '{path: "d*s/*"}',
    '{path: "*/b/*"}',
  ];
  expect(
    applied({
      '_config.yml': configOf(scopes, 'include: [.hid]\n'),
      'docs/a.md': PAGE,
      'docs/b/c.md': PAGE,
      'docs/s.txt': '',
      'docs-old/a.md': PAGE,
      'Docs/x.md': PAGE,
      '.hid/a.md': PAGE,
      'we[i]rd/a.md': PAGE,
      'a.txt': '',
    }),
  ).toEqual({
    'docs/a.md': '0 2 3 4 6 7 9 10 11 17',
    'docs/b/c.md': '0 2 6 7 9 10 11 13 17 18',
    '/docs/s.txt': '0 2 6 7 9 10 11 17',
    'docs-old/a.md': '0 3 4 9 10 11',
    'Docs/x.md': '6 7 9 10 11',
    '.hid/a.md': '8 10 11',
    'we[i]rd/a.md': '3 4 9 10 11 16',
    '/a.txt': '9 10 11 12',
  });
});

test('with collections_dir scopes may name it or not, and a slash behind stars finds folders', () => {
  const scopes = [
    '{path: "col/_posts"}',
    '{path: "_posts"}',
    '{path: "col/_*"}',
    '{path: "_*"}',
    '{path: "*/"}',
    '{path: "docs/**/"}',
    '{path: "**/"}',
    '{path: "do*/b/"}',
    '{path: "docs/a**"}',
    '{type: c}',
  ];
  expect(
    applied({
      '_config.yml': configOf(scopes, 'collections_dir: col\ncollections: {c: {}}\n'),
      'docs/a.md': PAGE,
      'docs/b/c.md': PAGE,
      'col/_posts/2024-01-01-a.md': PAGE,
      'col/_c/y.md': PAGE,
      'col/p.md': PAGE,
    }),
  ).toEqual({
    'docs/a.md': '4 5 6 8',
    'docs/b/c.md': '4 5 6 7',
    '_posts/2024-01-01-a.md': '0 1 2 6',
    '_c/y.md': '2 6 9',
    'col/p.md': '4 6',
  });
});

test('types by their old names apply to what they have become, and are told of', () => {
  const { site, err } = readFolder(
    temporaryFolder({
      '_config.yml':
        'defaults:\n- {scope: {type: post}, values: {a: 1}}\n- {scope: {type: page}, values: {b: 2}}\n',
      '_posts/2024-01-01-a.md': PAGE,
      'b.md': PAGE,
    }),
  );
  expect(site.collections.get('posts')!.documents[0]!.data.get('a')).toBe(1);
  expect(site.pages[0]!.data.get('b')).toBe(2);
  expect(err()).toContain("The 'post' type has become 'posts'.");
  expect(err()).toContain("Please update your front-matter defaults to use 'type: pages'.");
});

test('a date among the values stands for the one in the file’s name', () => {
  const files = { '_posts/2024-01-01-a.md': PAGE };
  const config = (date: string): string =>
    `defaults: [{scope: {type: posts}, values: {date: "${date}", published: false}}]\n`;
  const { site } = readFolder(temporaryFolder({ ...files, '_config.yml': config('2020-02-03 10:00') }), {
    unpublished: true,
  });
  expect(inspect(site.collections.get('posts')!.documents[0]!.data.get('date')!)).toBe(
    '2020-02-03 10:00:00 +0000',
  );
  expect(() => readFolder(temporaryFolder({ ...files, '_config.yml': config('nonsense') }))).toThrow(
    "Invalid date 'nonsense': An invalid date format was found in a front-matter default set: " +
      '{"scope"=>{"type"=>"posts"}, "values"=>{"date"=>"nonsense", "published"=>false}}',
  );
});

test('what is no list of sets counts for nothing', () => {
  const { site, err } = readFolder(
    temporaryFolder({ '_config.yml': 'defaults: [5, {scope: {path: a}}]\n', 'a.md': PAGE }),
  );
  expect([site.pages[0]!.data.size, err().match(/invalid front-matter default set/g)?.length]).toEqual([
    0, 2,
  ]);
  expect(readFolder(temporaryFolder({ '_config.yml': 'defaults: x\n' })).err()).toContain(
    "'defaults' should be",
  );
});
