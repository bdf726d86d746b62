import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { attributeKey, type DependencyKey, groupKey } from '../../src/model/dependency.js';
import type { Fingerprints } from '../../src/render/fingerprints.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

type Files = Readonly<Record<string, string>>;

const SITE: Files = {
  '_config.yml': 'title: Site\nkramdown: { hard_wrap: false }\ntheme: ./my-theme\n',
  'my-theme/package.json': '{"name": "my-theme", "version": "1.0.0"}',
  'my-theme/_includes/part.html': 'of the theme',
  '_posts/2024-01-01-a.md': '---\ncolor: red\n---\nA',
  '_posts/2024-01-02-b.md': '---\ncolor: blue\n---\nB',
  '_data/nav.yml': 'a: 1',
  '_layouts/plain.html': '---\nshade: dark\n---\n{% cycle "a", "b" %}{{ content }}',
  '_sass/_part.scss': 'a { b: c }',
  'assets/logo.txt': 'logo',
  'a.html': '---\ntitle: A\nlayout: plain\n---\n{% increment n %}{{ site.posts[0].excerpt }}',
  'b.md': '---\nlayout: null\n---\n{% include_relative c.html %}',
  'c.html': 'beside',
};

const POST = 'posts:_posts/2024-01-01-a.md';

async function fingerprints(files: Files, environment: Files = {}): Promise<Fingerprints> {
  const { reporter, err } = recordingReporter();
  const directory = temporaryFolder(files);
  const config = loadConfig({
    directory,
    flags: { time: '2024-05-01', disable_disk_cache: true },
    environment,
    reporter,
  });
  const { rendered } = await build({ config, reporter, remembers: true });
  expect(err()).toBe('');
  return rendered[0]!.fingerprints;
}

/** For each key a change of the site that it must notice. */
const NOTICED: readonly (readonly [DependencyKey, Files])[] = [
  ['source:c.html', { 'c.html': 'other' }],
  ['source:missing.html', { 'missing.html': 'there' }],
  ['include:part.html', { '_includes/part.html': 'of the theme' }],
  ['include:missing.html', { '_includes/missing.html': '' }],
  ['layout:plain', { '_layouts/plain.html': '---\nshade: light\n---\n{% cycle "a", "b" %}{{ content }}' }],
  ['layout:missing', { '_layouts/missing.html': '' }],
  ['config:kramdown', { '_config.yml': SITE['_config.yml']!.replace('false', 'true') }],
  ['site:title', { '_config.yml': SITE['_config.yml']!.replace('Site', 'Other') }],
  ['site:missing', { '_config.yml': `${SITE['_config.yml']}missing: 1\n` }],
  ['site:*', { '_config.yml': `${SITE['_config.yml']}missing: 1\n` }],
  ['site:pages', { 'd.html': '---\n---\n' }],
  ['site:html_pages', { 'd.html': '---\n---\n' }],
  ['site:static_files', { 'd.txt': '' }],
  ['site:documents', { '_posts/2024-01-03-c.md': '---\n---\n' }],
  ['site:collections', { '_config.yml': `${SITE['_config.yml']}collections: [notes]\n` }],
  ['data:nav', { '_data/nav.yml': 'a: 2' }],
  ['data:missing', { '_data/missing.yml': 'a: 2' }],
  ['data:*', { '_data/missing.yml': 'a: 2' }],
  ['collection:posts', { '_posts/2024-01-01-0.md': '---\n---\n' }],
  [groupKey('collection posts', 'color'), { '_posts/2024-01-02-b.md': '---\ncolor: green\n---\nB' }],
  [groupKey('pages', 'title'), { 'a.html': SITE['a.html']!.replace('title: A', 'title: B') }],
  ['page:page:a.html', { 'a.html': SITE['a.html']!.replace('increment n', 'increment m') }],
  [`page:${POST}`, { '_posts/2024-01-01-a.md': '---\ncolor: red\npermalink: /x\n---\nA' }],
  [attributeKey(POST, 'color'), { '_posts/2024-01-01-a.md': '---\ncolor: green\n---\nA' }],
  [attributeKey(POST, '*'), { '_posts/2024-01-01-a.md': '---\ncolor: red\nmore: 1\n---\nA' }],
  [attributeKey(POST, 'content'), { '_posts/2024-01-01-a.md': '---\ncolor: red\n---\nB' }],
  [attributeKey(POST, 'output'), { '_posts/2024-01-01-a.md': '---\ncolor: red\nlayout: plain\n---\nA' }],
  [attributeKey(POST, 'excerpt'), { '_posts/2024-01-01-a.md': '---\ncolor: red\n---\nB' }],
  [attributeKey(POST, 'next'), { '_posts/2024-01-01-b.md': '---\n---\n' }],
  [attributeKey(POST, 'previous'), { '_posts/2023-01-01-b.md': '---\n---\n' }],
  [attributeKey(POST, 'url'), { '_posts/2024-01-01-a.md': '---\ncolor: red\npermalink: /x\n---\nA' }],
  [
    attributeKey(POST, 'date'),
    { '_posts/2024-01-01-a.md': '---\ncolor: red\ndate: 2024-01-01 12:00\n---\nA' },
  ],
  ['theme:version', { 'my-theme/package.json': '{"name": "my-theme", "version": "1.0.1"}' }],
  ['link:d.html', { 'd.html': '---\n---\n' }],
  ['post:2024-01-03-c', { '_posts/2024-01-03-c.md': '---\n---\n' }],
  ['sass:_sass/_part.scss', { '_sass/_part.scss': 'a { b: d }' }],
  ['sass-names:_sass', { '_sass/other.scss': '' }],
  ['carried:counter n', { 'd.html': '---\n---\n{% increment n %}' }],
  ['carried:cycles _layouts/plain.html', { 'd.html': '---\nlayout: plain\n---\n' }],
  ['carried:payload layout', { 'z.html': '---\nlayout: plain\n---\n' }],
  ['carried:excerpt posts:_posts/2024-01-02-b.md', { '_posts/2024-01-02-b.md': '---\n---\nother' }],
];

test.each(NOTICED)('%s notices what stands behind it', async (key, change) => {
  const [before, again, after] = await Promise.all(
    [SITE, SITE, { ...SITE, ...change }].map((files) => fingerprints(files)),
  );
  expect(again!.of(key)).toBe(before!.of(key));
  expect(after!.of(key)).not.toBe(before!.of(key));
});

test('time is what it prints, the environment what it is, chance never the same', async () => {
  const site = await fingerprints(SITE);
  const production = await fingerprints(SITE, { JEKYLL_ENV: 'production' });
  expect(production.of('time')).toBe(site.of('time'));
  expect(site.of('time:%Y')).not.toBe(site.of('time:%m'));
  expect(production.of('env:JEKYLL_ENV')).not.toBe(site.of('env:JEKYLL_ENV'));
  expect(site.of('random')).not.toBe(site.of('random'));
});

test('a file that is there and empty differs from one that is not', async () => {
  const [without, empty] = [await fingerprints(SITE), await fingerprints({ ...SITE, 'x.html': '' })];
  expect(empty.of('source:x.html')).not.toBe(without.of('source:x.html'));
});
