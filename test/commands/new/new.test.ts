import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { IS_PUBLISHED } from '../../../src/commands/line/program-source.js';
import { STARTERS } from '../../../src/commands/new/starters.js';
import { runCli } from '../../helpers/run-cli.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const starters = STARTERS.map(({ name }) => name);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

test('writes a site of our own shape with scripts that build and serve it', async () => {
  const folder = temporaryFolder();
  const { code, out } = await runCli(folder, 'new', 'My', 'site');
  expect(code).toBe(0);
  const site = join(folder, 'My site');
  expect(out).toContain(`New site installed in ${site}.`);
  const manifest = JSON.parse(readFileSync(join(site, 'package.json'), 'utf8'));
  expect(manifest.name).toBe('my-site');
  expect(manifest.scripts).toMatchObject({ build: 'utterson build', dev: 'utterson serve' });
  expect(manifest.devDependencies.utterson).toMatch(/^file:/);
  expect(readFileSync(join(site, '_config.yml'), 'utf8')).toContain('title: My site\n');
  const names = readdirSync(site).sort();
  expect(names).toEqual(
    [
      '.gitignore',
      'README.md',
      '_config.yml',
      'content',
      'data',
      'includes',
      'layouts',
      'package.json',
      'public',
      'sass',
    ].sort(),
  );
});

test('leaves no placeholder in any scaffold', async () => {
  const folder = temporaryFolder();
  for (const name of starters) await runCli(folder, 'new', name, '--starter', name, '--github');
  await runCli(folder, 'new-theme', 'theme', '-c');
  for (const file of filesIn(folder).filter((path) => !path.includes('.git/'))) {
    expect(file + readFileSync(join(folder, file), 'utf8')).not.toMatch(/__[A-Z_]+__/);
  }
});

test('writes the files that jekyll new writes, with layouts in place of a theme gem', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', '.', '--jekyll', '--skip-bundle');
  const files = filesIn(folder);
  for (const file of ['.gitignore', '404.html', '_config.yml', 'about.markdown', 'index.markdown']) {
    expect(files).toContain(file);
  }
  expect(files.some((file) => /^_posts\/\d{4}-\d\d-\d\d-the-first-post\.markdown$/.test(file))).toBe(true);
  expect(files.filter((file) => /^(?:content|layouts|public)\//.test(file))).toEqual([]);
});

test('writes the blank site of Jekyll with its empty folders', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', 'a', '--blank');
  expect(filesIn(join(folder, 'a'))).toEqual([
    '.gitignore',
    'README.md',
    '_config.yml',
    '_layouts/default.html',
    '_sass/base.scss',
    'assets/css/main.scss',
    'favicon.svg',
    'index.md',
    'package.json',
  ]);
  for (const name of ['_data', '_drafts', '_includes', '_posts']) {
    expect(existsSync(join(folder, 'a', name))).toBe(true);
  }
});

test('asks for a path', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'new');
  expect(code).toBe(1);
  expect(err).toContain('Error: You must specify a path.\n');
});

test('does not write where files are, unless told to', async () => {
  const folder = temporaryFolder({ 'site/mine.txt': 'mine', 'site/.git/HEAD': 'x' });
  const refused = await runCli(folder, 'new', 'site');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(`          Conflict: ${join(folder, 'site')} exists and is not empty.\n`);
  expect((await runCli(folder, 'new', 'site', '--force')).code).toBe(0);
  expect(readFileSync(join(folder, 'site/mine.txt'), 'utf8')).toBe('mine');
});

test('takes a folder with nothing but dot files for empty', async () => {
  const folder = temporaryFolder({ 'site/.git/HEAD': 'x' });
  expect((await runCli(folder, 'new', 'site')).code).toBe(0);
});

test('quotes a title that YAML would read otherwise', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', 'a: b');
  expect(readFileSync(join(folder, 'a: b/_config.yml'), 'utf8')).toContain('title: "A: b"\n');
});

test('writes a theme as a repository, its gem named like its folder', async () => {
  const folder = temporaryFolder();
  const { code, out } = await runCli(folder, 'new-theme', 'my', 'theme');
  expect(code).toBe(0);
  const files = filesIn(join(folder, 'my_theme'));
  expect(files).toEqual(expect.arrayContaining(['my_theme.gemspec', '_layouts/post.html', 'LICENSE.txt']));
  expect(files).not.toContain('CODE_OF_CONDUCT.md');
  expect(out).toContain(`             create ${join(folder, 'my_theme/_layouts')}\n`);
  expect((await runCli(join(folder, 'my_theme'), 'build', '--strict')).code).toBe(0);
  expect(readFileSync(join(folder, 'my_theme/_site/index.html'), 'utf8')).toContain('<h1>my_theme</h1>');
  const styles = readFileSync(join(folder, 'my_theme/_site/assets/theme.css'), 'utf8');
  expect(styles).toMatch(/prefers-color-scheme: ?dark.*@media print/s);
  const again = await runCli(folder, 'new-theme', 'my theme');
  expect([again.code, again.err]).toEqual([
    1,
    `          Conflict: ${join(folder, 'my_theme')} already exists.\n`,
  ]);
});

test.each(starters)('writes a site (%s) that builds at once and passes --strict', async (name) => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', name, '--starter', name);
  const { code, err, out } = await runCli(join(folder, name), 'build', '--strict');
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toMatch(/warning|Left out/);
  const output = join(folder, name, existsSync(join(folder, name, 'dist')) ? 'dist' : '_site');
  for (const file of filesIn(output).filter((path) => /\.(?:html|xml|css)$/.test(path))) {
    expect(readFileSync(join(output, file), 'utf8'), file).not.toMatch(/\{\{|\{%/);
  }
});

test.each(starters.filter((name) => name !== 'blank'))(
  'gives a site (%s) what every site is to have',
  async (name) => {
    const folder = temporaryFolder();
    await runCli(folder, 'new', name, '--starter', name, '--url', 'https://site.example');
    const site = join(folder, name);
    await runCli(site, 'build');
    const output = join(site, existsSync(join(site, 'dist')) ? 'dist' : '_site');
    const files = filesIn(output);
    expect(files).toEqual(
      expect.arrayContaining([
        '404.html',
        'favicon.svg',
        'feed.xml',
        'index.html',
        'robots.txt',
        'sitemap.xml',
      ]),
    );
    expect(readFileSync(join(output, 'sitemap.xml'), 'utf8')).toContain('<loc>https://site.example/</loc>');
    expect(readFileSync(join(output, 'assets/site.css'), 'utf8')).toMatch(
      /prefers-color-scheme: ?dark.*@media print/s,
    );
    for (const file of files.filter((path) => path.endsWith('.html'))) {
      const page = readFileSync(join(output, file), 'utf8');
      expect(page, file).toMatch(
        /<html lang="en">.*property="og:title".*<a class="skip" href="#content">.*<main id="content"/s,
      );
      expect(page.match(/<pre(?! tabindex="0")/), file).toBeNull();
    }
    if (name === 'documentation') {
      const places = JSON.parse(readFileSync(join(output, 'assets/search.json'), 'utf8'));
      expect(places.map(({ url }: { url: string }) => url)).toContain('/guide/install/');
      expect(readFileSync(join(output, 'guide/install/index.html'), 'utf8')).toMatch(
        /role="search".*href="[^"]+\/content\/guide\/install\.md">Edit this page</s,
      );
    }
    const posts = files.filter((path) => /^(?:posts|news|releases)\/.+\/index\.html$/.test(path));
    expect(posts.length).toBeGreaterThan(1);
    expect(readFileSync(join(output, posts[0]!), 'utf8')).toContain(' aria-current="true">');
  },
);

test('takes title and address from flags, and refuses what is neither a starter nor an address', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', 'a', '--title', 'Salt & Pepper: news', '--url', 'https://a.example/');
  expect(readFileSync(join(folder, 'a/_config.yml'), 'utf8')).toMatch(
    /^title: "Salt & Pepper: news"$.*^url: https:\/\/a\.example$/ms,
  );
  const wrong = await runCli(folder, 'new', 'b', '--starter', 'blgo');
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain("There is no starter 'blgo'. Did you mean 'blog'?");
  expect((await runCli(folder, 'new', 'b', '--starter', 'blog', '--jekyll')).err).toContain(
    'exclude each other',
  );
  expect((await runCli(folder, 'new', 'b', '--url', 'a.example/blog')).err).toContain(
    'is no address of a site',
  );
  expect(existsSync(join(folder, 'b'))).toBe(false);
});

test('writes a theme that a site can use by its path', async () => {
  const folder = temporaryFolder({
    'site/_config.yml': 'theme: ../theme\n',
    'site/index.md': '---\nlayout: page\ntitle: Hello\n---\n*x*\n',
  });
  await runCli(folder, 'new-theme', 'theme');
  const { code, err } = await runCli(join(folder, 'site'), 'build');
  expect([code, err]).toEqual([0, '']);
  expect(readFileSync(join(folder, 'site/_site/index.html'), 'utf8')).toContain('<title>Hello</title>');
  expect(existsSync(join(folder, 'site/_site/assets/theme.css'))).toBe(true);
});

test('adds a workflow for GitHub Pages that uploads the output of the shape at hand', async () => {
  const folder = temporaryFolder();
  const { out } = await runCli(folder, 'new', 'own', '--github');
  expect(out.includes('Before the workflow runs')).toBe(!IS_PUBLISHED);
  await runCli(folder, 'new', 'jekyll', '--jekyll', '--github');
  const uploaded = (site: string): unknown => {
    const path = join(folder, site, '.github/workflows/pages.yml');
    const workflow = parse(readFileSync(path, 'utf8'));
    return workflow.jobs.deploy.steps.at(-2).with.path;
  };
  expect([uploaded('own'), uploaded('jekyll')]).toEqual(['dist', '_site']);
});
