/** Files that are not UTF-8, through whole builds: bugs 01, 03, 04, 07 and what the reference does with their like. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFolder } from '../helpers/build-site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** Builds a site whose files are given with a character for a byte. */
async function buildBytes(files: Readonly<Record<string, string>>) {
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text, 'latin1')] as const);
  const folder = temporaryFolder(Object.fromEntries(bytes));
  const { said, isFailed } = await buildFolder(folder);
  const output = (path: string): string => readFileSync(join(folder, '_site', path), 'latin1');
  return { said, isFailed, output };
}

describe('without an encoding', () => {
  test.each([
    ['a page of HTML', 'a.html', {}],
    ['a document', 'notes/a.html', { '_config.yml': 'collections: {notes: {output: true}}\n' }],
  ])('%s is written byte for byte, with its front matter', async (_what, path, more) => {
    const text = '---\ntitle: x\n---\nText \xe9 \xff\n';
    const source = path.startsWith('notes') ? `_${path}` : path;
    const { said, isFailed, output } = await buildBytes({ [source]: text, ...more });
    expect(isFailed).toBe(false);
    expect(said).toContain('a.html: invalid byte sequence in UTF-8');
    expect(output(path)).toBe(text);
  });

  test('bytes come through the layout that defaults give their page', async () => {
    const { output } = await buildBytes({
      '_config.yml': 'defaults: [{scope: {path: ""}, values: {layout: l}}]\n',
      '_layouts/l.html': '<p>\xc3\xa9 {{ content }}</p>',
      'a.html': '---\n---\n\xe9',
    });
    expect(output('a.html')).toBe('<p>\xc3\xa9 ---\n---\n\xe9</p>');
  });

  test.each([
    ['an include', { '_includes/i.html': 'caf\xe9', 'a.html': '---\n---\n{% include i.html %}' }],
    ['a layout', { '_layouts/l.html': '\xe9{{ content }}', 'a.html': '---\nlayout: l\n---\n' }],
    ['a page with Liquid', { 'a.html': '---\n---\n\xe9 {{ 1 }}' }],
    ['Markdown', { 'a.md': '---\n---\n\xe9' }],
    ['a style sheet', { 'a.scss': '---\n---\n/* \xe9 */' }],
    ['a Sass partial', { 'a.scss': '---\n---\n@use "p";', '_sass/_p.scss': '/* \xe9 */' }],
    ['data', { '_data/d.yml': 'a: \xe9\n', 'a.html': '---\n---\n' }],
    ['data of JSON', { '_data/d.json': '{"a": "\xe9"}\n', 'a.html': '---\n---\n' }],
    ['a table', { '_data/d.csv': 'a\n\xe9\n', 'a.html': '---\n---\n' }],
    ['a document of YAML', { '_config.yml': 'collections: [c]', '_c/d.yml': '---\na: \xe9\n' }],
    ['the configuration', { '_config.yml': 'title: \xe9\n' }],
    ['a configuration of TOML', { '_config.toml': 'title = "\xe9"\n' }],
  ])('ends the build: %s', async (_what, files) => {
    const { isFailed, said } = await buildBytes(files);
    expect(isFailed).toBe(true);
    expect(said).toMatch(/UTF-8/);
  });

  test('a post is left out, and the rest is built', async () => {
    const { isFailed, said, output } = await buildBytes({
      '_posts/2023-10-08-a.png': '\x89PNG\r\n',
      '_posts/2023-10-09-b.md': '---\n---\n\xe9',
      'a.html': '---\n---\n{{ site.posts.size }}',
    });
    expect([isFailed, output('a.html')]).toEqual([false, '0']);
    expect(said).toMatch(/2023-10-08-a\.png: invalid byte.*2023-10-09-b\.md: invalid byte/);
  });
});

describe('with `encoding: iso-8859-1`', () => {
  const setting = { '_config.yml': 'encoding: iso-8859-1\ntitle: "U\xc3\xa9"\neuro: "\xe2\x82\xac"\n' };

  test('text keeps its bytes through includes, layouts and Markdown', async () => {
    const { output } = await buildBytes({
      ...setting,
      '_includes/i.html': 'caf\xe9',
      '_layouts/l.html': '\xe4 {{ content }}',
      'a.md': '---\nlayout: l\n---\n# \xe9 "q"\n\n{% include i.html %}\n',
    });
    expect(output('a.html')).toBe('\xe4 <h1 id="\xe9-q">\xe9 &#8220;q&#8221;</h1>\n\n<p>caf\xe9</p>\n');
  });

  test.each([
    ['the configuration', '{{ site.title }}', 'U\xc3\xa9'],
    ['front matter', '{{ page.t }}', '\xc3\xa9'],
  ])('text of %s is UTF-8 in a page of ASCII', async (_what, liquid, text) => {
    const { output } = await buildBytes({ ...setting, 'a.html': `---\nt: \xe9\n---\n${liquid}` });
    expect(output('a.html')).toBe(text);
  });

  test('both together are written in the encoding, which the reference refuses', async () => {
    const { output } = await buildBytes({ ...setting, 'a.html': '---\n---\n\xe4 {{ site.title }}' });
    expect(output('a.html')).toBe('\xe4 U\xe9');
  });

  test('a character that the encoding lacks ends the build', async () => {
    const { isFailed, said } = await buildBytes({ ...setting, 'a.html': '---\n---\n\xe4 {{ site.euro }}' });
    expect(isFailed).toBe(true);
    expect(said).toContain('incompatible character encodings: ISO-8859-1 and UTF-8 in a.html');
  });

  test('tables are read in it, or in what their reader says; YAML is UTF-8', async () => {
    const table = '{{ site.data.d[0].a }}{{ site.data.y }}';
    const files = {
      '_data/d.csv': 'a\n\xe9\n',
      '_data/y.yml': '\xc3\xa9',
      'a.html': `---\n---\n\xe9${table}`,
    };
    expect((await buildBytes({ ...setting, ...files })).output('a.html')).toBe('\xe9\xe9\xe9');
    const reader = 'csv_reader: {encoding: "bom|utf-8"}\n';
    const marked = {
      '_config.yml': reader,
      '_data/d.csv': '\xef\xbb\xbfa\n1\n',
      'a.html': `---\n---\n${table}`,
    };
    expect((await buildBytes(marked)).output('a.html')).toBe('1');
  });
});

test('an encoding nobody knows is told of, and files are UTF-8', async () => {
  const { said, output } = await buildBytes({
    '_config.yml': 'encoding: nonsense\n',
    'a.html': '---\n---\n\xc3\xa9',
  });
  expect(said).toContain('Unsupported encoding nonsense ignored');
  expect(output('a.html')).toBe('\xc3\xa9');
});
