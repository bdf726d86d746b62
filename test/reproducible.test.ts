/** The same input gives the same bytes, whatever the disk, the machine and the hour. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { buildSite } from '../src/build-site.js';
import { compareFolders } from './conformance/sites.js';
import { FOLDER_ORDERS, inFolderOrder } from './helpers/folder-order.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const page = (frontMatter: string, body: string): string => `---\n${frontMatter}\n---\n${body}\n`;
const LIST = `{% for page in site.pages %}{{ page.path }} {{ page.url }}
{% endfor %}{% for file in site.static_files %}{{ file.path }} {{ file.modified_time | date: "%F" }}
{% endfor %}{% for post in site.posts %}{{ post.path }} {{ post.date }} {{ post.tags | join: "," }}
{% endfor %}{% for collection in site.collections %}{{ collection.label }}
{% for document in collection.docs %}{{ document.path }} {{ document.next.path }}
{% endfor %}{% for file in collection.files %}{{ file.path }}
{% endfor %}{% endfor %}{{ site.data | jsonify }}{{ site.tags | jsonify | size }}{% for tag in site.tags %}{{ tag[0] }}{% endfor %}`;

/** Wherever two files could be taken one before the other, there are two: names, dates, destinations, data, layouts, partials. */
const FILES: Readonly<Record<string, string>> = {
  '_config.yml': [
    'collections: {recipes: {output: true}, talks: {output: true, sort_by: weight}}',
    'defaults: [{scope: {path: "sub/*"}, values: {found: star}}]',
    'sass: {load_paths: ["_sass", "more/*"]}',
    'plugins: [jekyll-feed, jekyll-sitemap, jekyll-archives, jekyll-redirect-from, jekyll-seo-tag, jekyll-paginate-v2]',
    'jekyll-archives: {enabled: all}',
    'pagination: {enabled: true, per_page: 2}',
    'url: https://example.org',
    '',
  ].join('\n'),
  '_layouts/default.html': '<{{ content }}>{% include a.html %}{% seo %}',
  '_layouts/default.md': '({{ content }})',
  '_layouts/sub/default.html': '[{{ content }}]',
  '_includes/a.html': 'A',
  '_includes/sub/a.html': 'B',
  '_data/b.yml': 'from: yml',
  '_data/b.json': '{"from": "json"}',
  '_data/b.csv': 'from\ncsv\n',
  '_data/b/inner.yml': 'from: folder',
  '_data/a.yml': 'first: true',
  '_sass/_part.scss': 'a { b: c }',
  'more/x/_part.scss': 'a { b: x }',
  'more/y/_other.scss': 'a { b: y }',
  'more/z/_other.scss': 'a { b: z }',
  'main.scss': page('', '@use "part";\n@use "other";'),
  'list.html': page('layout: default', LIST),
  'index.html': page('', 'x'),
  'listing.html': page(
    'pagination: {enabled: true}',
    '{% for post in paginator.posts %}{{ post.path }}{% endfor %}',
  ),
  'sub/index.html': page('layout: sub/default', '{{ page.found }}'),
  'other/index.html': page('', 'x'),
  'one.html': page('permalink: /same.html', 'one'),
  'two.html': page('permalink: /same.html', 'two'),
  'redirected.html': page('redirect_from: [/old/, /older/]', 'x'),
  '_posts/2024-01-01-b.md': page('tags: [x, y]\ncategory: c', 'b'),
  '_posts/2024-01-01-a.md': page('tags: [y, z]\ncategory: d', 'a'),
  '_posts/2024-01-01-a.markdown': page('tags: z', 'another a'),
  'es/_posts/2024-01-01-a.md': page('', 'a in Spanish'),
  '_recipes/b.md': page('', 'b'),
  '_recipes/a.md': page('', 'a'),
  '_recipes/pic.svg': '<svg/>',
  '_talks/b.md': page('weight: 1', 'b'),
  '_talks/a.md': page('weight: 1', 'a'),
  'z.txt': 'z',
  'Z.txt': 'Z',
  'é.txt': 'é',
  'z/z.txt': 'zz',
};

const TIME = new Date('2024-01-02T03:04:05Z');
const HELD = { TZ: 'UTC', SOURCE_DATE_EPOCH: '1718000000' };

function writeSite(files: Readonly<Record<string, string>> = FILES): string {
  const folder = temporaryFolder(files);
  for (const path of Object.keys(files)) utimesSync(join(folder, path), TIME, TIME);
  return folder;
}

test('the order in which folders list their entries is of no matter', { timeout: 120_000 }, async () => {
  const directory = writeSite();
  const orders = new Set<string>();
  const messages = new Set<string>();
  const built: string[] = [];
  for (const order of FOLDER_ORDERS) {
    const destination = join(temporaryFolder(), 'out');
    await inFolderOrder(order, async () => {
      orders.add(readdirSync(directory).join());
      const result = await buildSite({
        directory,
        environment: HELD,
        flags: { destination, disable_disk_cache: true },
      });
      expect(result.ok).toBe(true);
      const said = result.diagnostics.map(({ message }) => message.replaceAll(destination, ''));
      messages.add(JSON.stringify([said, result.leftOut.map(({ path, reason }) => [path, reason])]));
    });
    built.push(destination);
  }
  // The test would show nothing if all were alike.
  expect(orders.size).toBe(FOLDER_ORDERS.length);
  for (const destination of built) expect(compareFolders(built[0]!, destination)).toEqual([]);
  expect(messages.size).toBe(1);
  expect(readFileSync(join(built[0]!, 'list.html'), 'utf8')).toContain('_recipes/a.md _recipes/b.md');
});

test('machine, zone, language, place and way of starting are of no matter where the site says its zone', () => {
  const files = { ...FILES, '_config.yml': `${FILES['_config.yml']}timezone: Asia/Tokyo\n` };
  const program = join(process.cwd(), 'bin/utterson.js');
  const elsewhere = temporaryFolder();
  const [first, second] = [writeSite(files), join(elsewhere, 'a b/site')];
  mkdirSync(second, { recursive: true });
  cpSync(first, second, { recursive: true, preserveTimestamps: true });
  const runs = [
    { cwd: first, args: [], env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } },
    {
      cwd: elsewhere,
      args: ['-s', second, '-d', join(second, '_site')],
      env: { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', HOME: elsewhere },
    },
  ];
  for (const { cwd, args, env } of runs) {
    const environment = {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      SOURCE_DATE_EPOCH: '1718000000',
      ...env,
    };
    const { status, stderr } = spawnSync(process.execPath, [program, 'build', '-q', ...args], {
      cwd,
      env: environment,
      encoding: 'utf8',
    });
    expect([status, stderr.includes('ERROR')]).toEqual([0, false]);
  }
  expect(compareFolders(join(first, '_site'), join(second, '_site'))).toEqual([]);
});

test('files that a checkout made later than SOURCE_DATE_EPOCH are as old as that, whatever shows their time', async () => {
  const files = {
    '_config.yml': [
      'plugins: [jekyll-sitemap, jekyll-last-modified-at]',
      'show_drafts: true',
      'url: https://example.org',
      '',
    ].join('\n'),
    '_drafts/a.md': page('', 'x'),
    'b.txt': 'x',
    'c.pdf': 'x',
    'index.html': page(
      '',
      '{% for post in site.posts %}{{ post.date | date: "%F %T" }}{% endfor %} {{ site.static_files.first.modified_time | date: "%F %T" }} {% last_modified_at %F %T %}',
    ),
  };
  const outputs: string[] = [];
  for (const time of ['2025-03-04T05:06:07Z', '2031-03-04T05:06:07Z']) {
    const directory = temporaryFolder(files);
    for (const path of Object.keys(files)) utimesSync(join(directory, path), new Date(time), new Date(time));
    const { ok, diagnostics } = await buildSite({ directory, environment: HELD });
    expect([ok, diagnostics]).toEqual([true, []]);
    expect(statSync(join(directory, '_site/b.txt')).mtimeMs).toBe(1_718_000_000_000);
    outputs.push(join(directory, '_site'));
  }
  const [first, second] = outputs;
  expect(compareFolders(first!, second!)).toEqual([]);
  const held = '2024-06-10 06:13:20';
  expect(readFileSync(join(first!, 'index.html'), 'utf8')).toBe(`${held} ${held} ${held}\n`);
  expect(readFileSync(join(first!, 'sitemap.xml'), 'utf8')).toContain(
    '<lastmod>2024-06-10T06:13:20+00:00</lastmod>',
  );
});

test('files that are older keep their times', async () => {
  const directory = writeSite({
    'a.txt': 'x',
    'index.html': page('', '{{ site.static_files.first.modified_time | date: "%F" }}'),
  });
  await buildSite({ directory, environment: HELD });
  expect(readFileSync(join(directory, '_site/index.html'), 'utf8')).toBe('2024-01-02\n');
  expect(statSync(join(directory, '_site/a.txt')).mtimeMs).toBe(TIME.getTime());
});

test('every built-in plugin goes by the clock that is handed to it', async () => {
  const sources = await fastGlob('src/{plugins,site,generate,render,liquid,markdown,read,url}/**/*.ts');
  const texts = sources.map((path) => [path, readFileSync(path, 'utf8')] as const);
  const found = texts.filter(([, text]) =>
    /\bDate\.now\(|new Date\(\)|Math\.random\(|\brandomBytes\(|\brandomUUID\(/.test(text),
  );
  expect(sources.length).toBeGreaterThan(500);
  expect(found.map(([path]) => path).sort()).toEqual([
    // Chance, which records that it is (`sample`).
    'src/liquid/filters/list-ends.ts',
    // No output sees it: a fingerprint that never comes again, and whether a file was saved since.
    'src/render/fingerprints.ts',
  ]);
});
