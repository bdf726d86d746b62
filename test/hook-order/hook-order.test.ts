/** Every event in its order, and what hooks see and set there, against what Jekyll 4.4.1 does with a plugin in Ruby that does the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder } from '../helpers/build-site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': 'title: T\nshow_drafts: true\npage_excerpts: true\ncollections: {recipes: {output: true}}\n',
  '_layouts/default.html': '---\nb: 2\n---\n<i>{{ content }}</i>',
  'index.html':
    '---\nlayout: default\n---\n{% for post in site.posts %}{{ post.excerpt | strip_html | strip }}; {% endfor %}{{ page.seen }}',
  'sub/b.md': '---\nseen: own\n---\nb {{ page.seen }}\n',
  'hidden.md': '---\npublished: false\n---\nhidden\n',
  'assets/plain.txt': 'plain',
  'assets/style.scss': '---\n---\na {\n  b: c;\n}\n',
  '_posts/2024-01-01-one.md': '---\ntitle: One\nseen: own\n---\nFirst {{ page.seen }}\n\nSecond\n',
  '_posts/2024-01-02-two.md': '---\npublished: false\n---\nNot\n',
  '_drafts/idea.md': '---\nseen:\n---\nDraft {{ page.seen }}\n',
  '_recipes/soup.md': '---\n---\nSoup {{ page.seen }}',
  '_recipes/data.yml': 'a: 1\n',
  '_recipes/list.yml': '---\na: 1\n---\n',
  '_recipes/pic.txt': 'x',
  '_site/old.txt': 'old',
};

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

test('every event comes when it does in Jekyll, and its hooks see the same', async () => {
  const folder = temporaryFolder({ ...SITE, '_plugins/log.mjs': read('log.mjs') });
  const { outputs, said } = await buildFolder(folder);
  expect(said).toBe('');
  expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toBe(read('expected.txt'));
  expect(outputs).toMatchObject({
    'index.html': '<i>Draft seen; First own; seen</i>',
    'made/page.html': '<i>Made seen</i>',
    'recipes/soup.html': '<p>Soup seen</p>\n',
    'sub/b.html': '<p>b seen</p>\n',
  });
});
