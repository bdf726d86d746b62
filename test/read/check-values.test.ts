import { expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { FRONT_MATTER_KEYS, type FrontMatterKey, type FrontMatterOwner } from '../../src/read/keys.js';
import type { ValueType } from '../../src/site/value-type.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const CONFIG = 'collections: {recipes: {output: true}}\n';
const PATHS: Readonly<Record<FrontMatterOwner, string>> = {
  page: 'a.md',
  post: '_posts/2024-01-02-a.md',
  document: '_recipes/a.md',
};

/** What building a site with this front matter reports. */
async function said(path: string, frontMatter: string, config = CONFIG): Promise<readonly Diagnostic[]> {
  const files = { '_config.yml': config, [path]: `---\n# A comment\n${frontMatter}\n---\nx\n` };
  const environment = { TZ: 'UTC' };
  return (await buildSite({ directory: temporaryFolder(files), environment })).diagnostics;
}

const SAMPLES: Readonly<Record<ValueType, string>> = {
  text: 'plain',
  number: '3',
  boolean: 'true',
  date: '2024-01-02',
  nothing: 'false',
  list: '[x]',
  mapping: '{a: 1}',
};

function frontMatterWith(key: string, value: string): string {
  return key.endsWith('.[]') ? `${key.slice(0, -3)}: [x, ${value}]` : `${key}: ${value}`;
}

const everyOwner = FRONT_MATTER_KEYS.flatMap((row) =>
  row.owners.map((owner) => [row.key, owner, row] as const),
);

function wrongTypes({ types }: FrontMatterKey): ValueType[] {
  const names = Object.keys(SAMPLES) as ValueType[];
  return names.filter(
    (type) =>
      !types.includes(type) &&
      (type !== 'nothing' || !types.includes('boolean')) &&
      (type !== 'boolean' || !types.includes('nothing')),
  );
}

test.each(everyOwner)('%s of a %s is well with each of its types', async (key, owner, { types }) => {
  for (const type of types) {
    expect(await said(PATHS[owner], frontMatterWith(key, SAMPLES[type])), type).toEqual([]);
  }
});

test.each(everyOwner)(
  '%s of a %s is told with its line where it has another type',
  async (key, owner, row) => {
    const wrong = wrongTypes(row);
    expect(wrong).not.toEqual([]);
    for (const type of wrong.filter((name) =>
      key !== 'category' && key !== 'tag' ? true : name !== 'list',
    )) {
      const diagnostics = await said(PATHS[owner], frontMatterWith(key, SAMPLES[type]));
      const expected = {
        severity: row.wrong,
        code: 'front-matter-value',
        file: PATHS[owner],
        line: 3,
        column: 1,
      };
      expect(diagnostics, type).toEqual([expect.objectContaining(expected)]);
    }
  },
);

test('~ is well everywhere', async () => {
  const keys = [...new Set(FRONT_MATTER_KEYS.map(({ key }) => key.replace('.[]', '')))];
  const frontMatter = keys
    .filter((key) => key !== 'published')
    .map((key) => `${key}: ~`)
    .join('\n');
  expect(await said(PATHS.post, frontMatter)).toEqual([]);
});

test('a mapping where text belongs stops the build, each file with its own error', async () => {
  const files = {
    'p.md': '---\npermalink: {a: 1}\n---\nx\n',
    '_posts/2020-01-01-q.md': '---\npermalink:\n  a: 1\n---\nx\n',
    '_posts/2020-01-01-r.md': '---\ntitle: R\ncategories: {a: [b]}\n---\nx\n',
  };
  const { ok, diagnostics } = await buildSite({
    directory: temporaryFolder(files),
    environment: { TZ: 'UTC' },
  });
  expect(ok).toBe(false);
  expect(diagnostics.map(({ file, line, severity }) => [file, line, severity]).sort()).toEqual([
    ['_posts/2020-01-01-q.md', 2, 'error'],
    // Jekyll calls this an error and builds the post all the same.
    ['_posts/2020-01-01-r.md', 3, 'warning'],
    ['p.md', 2, 'error'],
  ]);
});

test('what is not written is not looked at', async () => {
  expect(await said('_recipes/a.md', 'permalink: {a: 1}', 'collections: [recipes]\n')).toEqual([]);
  expect(await said(PATHS.page, 'published: false\npermalink: {a: 1}')).toEqual([]);
  expect(await said('_recipes/a.md', 'published: false\npermalink: {a: 1}')).toEqual([]);
});

test('what comes from the defaults has the file and no line', async () => {
  const config = `${CONFIG}defaults: [{scope: {path: ""}, values: {permalink: [a]}}]\n`;
  const [diagnostic] = await said(PATHS.page, 'title: A', config);
  expect(diagnostic).toMatchObject({ severity: 'error', file: 'a.md' });
  expect(diagnostic).not.toHaveProperty('line');
});

test('a bad date is told with its line, wherever in the front matter it stands', async () => {
  expect(await said(PATHS.post, '"date" : [2024]')).toMatchObject([{ code: 'invalid-date', line: 3 }]);
});
