import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { UNTIMED } from '../helpers/untimed.js';

const page = (body: string, layout = 'default'): string => `---\ntitle: T\nlayout: ${layout}\n---\n${body}\n`;

const SITE = {
  '_config.yml': 'baseurl: /blog\ncollections: {notes: {}}\n',
  '_layouts/default.html': '{% include head.html %}{{ content }}',
  '_includes/head.html': '{{ site.data.nav.first }} {{ page.title }}',
  '_data/nav.yml': 'first: Home\n',
  '_notes/n.md': page('x'),
  '_posts/2024-01-01-a.md': page('x'),
  '_drafts/coming.md': page('x'),
  'about/index.md': page('{{ site.posts.first.title }}'),
  'plain.html': '---\n---\nx\n',
  'pic.svg': '<svg/>',
};

/** What `explain` prints below the line on the configuration, without columns. */
async function explained(folder: string, ...args: string[]): Promise<string[]> {
  const { out, err } = await runCli(folder, 'explain', ...args);
  expect(err).toBe('');
  const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('Configuration file:'));
  return lines.map((line) => line.trim().replace(/ +/g, ' '));
}

test(
  'a page is found by its source, its output and its address, with and without the base',
  UNTIMED,
  async () => {
    const folder = temporaryFolder(SITE);
    const expected = [
      'Page: about/index.md',
      'Output: _site/about/index.html',
      'Address: /about/',
      'Next build: renders it: no earlier build is known in which it was',
      'Read: layouts default',
      'includes head.html',
      'data nav',
      'configuration commonmark, highlighter, kramdown, liquid, markdown, markdown_ext, markdown_it',
      'pages posts:_posts/2024-01-01-a.md.title',
      'collections posts',
    ];
    const ways = [
      'about/index.md',
      join(folder, 'about/index.md'),
      '_site/about/index.html',
      'about/index.html',
    ];
    const addresses = ['/about/', '/blog/about/', 'https://example.org/blog/about/?a#b', '/about'];
    for (const asked of [...ways, ...addresses]) {
      expect(await explained(folder, asked)).toEqual(
        // What nobody has built yet has no output that a terminal could open.
        expected.map((line) => line.replace('_site/', `${join(folder, '_site')}/`)),
      );
    }
  },
);

test('nothing is written', async () => {
  const folder = temporaryFolder(SITE);
  await runCli(folder, 'explain', 'plain.html');
  expect(existsSync(join(folder, '_site'))).toBe(false);
  await runCli(folder, 'build', '-q');
  writeFileSync(join(folder, 'plain.html'), '---\n---\nchanged\n');
  await runCli(folder, 'explain', 'plain.html');
  expect(readFileSync(join(folder, '_site/plain.html'), 'utf8')).toBe('x\n');
  expect(readdirSync(join(folder, '_site')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('says what the next build does with a page and why, by what the last one knew', async () => {
  const folder = temporaryFolder(SITE);
  await runCli(folder, 'build', '-q', '--incremental');
  const next = async (asked: string): Promise<string> => {
    const lines = await explained(folder, asked);
    return lines.find((line) => line.startsWith('Next build:'))!;
  };
  const unchanged = 'Next build: takes it over: nothing that it read is another than in the last one';
  const last = async (asked: string): Promise<string> => {
    const line = (await explained(folder, asked)).find((one) => one.startsWith('Last rendered:'))!;
    return line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, 'TIME');
  };
  expect(await last('about/index.md')).toBe('Last rendered: TIME: no earlier build is known in which it was');
  expect(await next('about/index.md')).toBe(unchanged);
  writeFileSync(join(folder, '_data/nav.yml'), 'first: Start\n');
  expect(await next('about/index.md')).toBe('Next build: renders it: data:nav changed');
  expect(await next('plain.html')).toBe(unchanged);
  writeFileSync(join(folder, 'plain.html'), '---\n---\ny\n');
  expect(await next('plain.html')).toBe(
    'Next build: renders it: its own text, front matter or address changed',
  );
  await runCli(folder, 'build', '-q');
  expect(await last('about/index.md')).toBe('Last rendered: TIME: data:nav changed');
  expect(await last('plain.html')).toBe('Last rendered: TIME: its own text, front matter or address changed');
});

test('what outputs are made of is told with those', async () => {
  const folder = temporaryFolder(SITE);
  const readers = 'Read by: about/index.md, _posts/2024-01-01-a.md, _notes/n.md';
  expect(await explained(folder, '_layouts/default.html')).toEqual([
    'Layout: _layouts/default.html',
    readers,
  ]);
  expect(await explained(folder, '_includes/head.html')).toEqual(['Include: _includes/head.html', readers]);
  expect(await explained(folder, '_data/nav.yml')).toEqual(['Data file: _data/nav.yml', readers]);
  expect(await explained(folder, '_config.yml')).toEqual(['Configuration: _config.yml']);
  expect((await explained(folder, 'pic.svg'))[0]).toBe('Static file: pic.svg');
});

test('what is not there is told with the reason, and with what is near', async () => {
  const folder = temporaryFolder(SITE);
  const draft = ['Left out: _drafts/coming.md: it is a draft', '→ Build with --drafts to see it'];
  for (const asked of ['_drafts/coming.md', '/2026/01/01/coming.html']) {
    const lines = await explained(folder, asked);
    expect([lines[0], lines[1], lines[2]!.split(',')[0]]).toEqual([`Not there: ${asked}`, ...draft]);
  }
  const note = "Left out: _notes/n.md: its collection 'notes' is not written";
  expect(await explained(folder, '_notes/n.md')).toContain(note);
  expect(await explained(folder, '/notes/n.html')).toContain(note);
  expect(await explained(folder, '/abuot/')).toEqual([
    'Not there: /abuot/',
    'Near: /about/ (about/index.md)',
  ]);
});

test('fails where there is nothing of that name, and nothing asked', async () => {
  const folder = temporaryFolder(SITE);
  expect((await runCli(folder, 'explain', 'about/index.md')).code).toBe(0);
  expect((await runCli(folder, 'explain', '_drafts/coming.md')).code).toBe(0);
  expect((await runCli(folder, 'explain', '/abuot/')).code).toBe(1);
  const without = await runCli(folder, 'explain');
  expect([without.code, without.err]).toEqual([1, expect.stringContaining('takes one path or address')]);
});

test('a page that fails is told with its error', async () => {
  const folder = temporaryFolder({ 'a.html': '---\n---\n{% nope %}\n' });
  const { code, out, err } = await runCli(folder, 'explain', 'a.html');
  expect([code, err]).toEqual([0, expect.stringContaining('at a.html:3:1')]);
  expect(out).toContain('        Next build: fails at it, as `utterson build` shows\n');
});

test('a site that cannot be read is told with its error, and not as one without pages', async () => {
  const folder = temporaryFolder({ 'a.html': '---\n---\nx\n', '_data/a.yml': 'a: b: c' });
  const { code, out, err } = await runCli(folder, 'explain', 'a.html');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('at _data/a.yml:1:5');
  expect(err).toContain('Before that is mended nothing is known of the site');
});

test('prints JSON alone with --json', async () => {
  const folder = temporaryFolder(SITE);
  const { out } = await runCli(folder, 'explain', '/coming.html', '--json');
  expect(JSON.parse(out)).toEqual({
    asked: '/coming.html',
    found: [],
    leftOut: [
      {
        path: '_drafts/coming.md',
        reason: 'draft',
        why: 'it is a draft',
        remedy: 'Build with --drafts to see it, or `utterson publish` it.',
      },
    ],
    near: [],
  });
  const found = JSON.parse((await runCli(folder, 'explain', 'plain.html', '--json')).out).found[0];
  expect(found).toMatchObject({ what: 'page', output: 'plain.html', next: { does: 'renders' } });
});

test('a site in several languages has a page of each', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'plugins: [jekyll-polyglot]\nlanguages: [en, de]\ndefault_lang: en\n',
    'a.html': page('x', 'none'),
  });
  const outputs = (await explained(folder, 'a.html')).filter((line) => line.startsWith('Output:'));
  expect(outputs.map((line) => line.replace(folder, ''))).toEqual([
    'Output: /_site/a.html',
    'Output: /_site/de/a.html',
  ]);
});

test('build --explain sums up why pages were rendered', async () => {
  const folder = temporaryFolder(SITE);
  const summary = async (...flags: string[]): Promise<string[]> => {
    const { out } = await runCli(folder, 'build', '--explain', ...flags);
    const lines = out.split('\n').map((line) => line.trim());
    const start = lines.findIndex((line) => line.startsWith('Taken over:'));
    return lines.slice(
      start,
      lines.findIndex((line) => line.startsWith('Auto-regeneration:')),
    );
  };
  const unknown = 'Rendered: 4: no earlier build is known in which it was';
  expect(await summary()).toEqual(['Taken over: 0 of 4', unknown]);
  expect(await summary()).toEqual(['Taken over: 4 of 4', 'Rendered: 0']);
  writeFileSync(join(folder, '_includes/head.html'), 'changed');
  writeFileSync(join(folder, 'plain.html'), '---\n---\ny\n');
  expect(await summary()).toEqual([
    'Taken over: 0 of 4',
    'Rendered: 3: include:head.html changed',
    '1: its own text, front matter or address changed',
  ]);
  const { out } = await runCli(folder, 'build', '--explain', '--json');
  expect(JSON.parse(out).runs).toEqual({ reused: 4, rendered: 0, reasons: [] });
  expect(await summary('--disable-disk-cache')).toEqual([
    'Taken over: 0 of 4',
    'Rendered: 4: nothing was compared with an earlier build',
  ]);
});
