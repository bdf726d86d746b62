import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

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
  expect(manifest.scripts).toEqual({ build: 'utterson build', dev: 'utterson serve --livereload' });
  expect(readFileSync(join(site, '_config.yml'), 'utf8')).toContain('title: My site\n');
  const names = readdirSync(site).sort();
  expect(names).toEqual(
    ['.gitignore', '_config.yml', 'content', 'includes', 'layouts', 'package.json', 'public', 'sass'].sort(),
  );
});

test('leaves no placeholder in any scaffold', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', 'own');
  await runCli(folder, 'new', 'jekyll', '--jekyll');
  await runCli(folder, 'new', 'blank', '--blank');
  await runCli(folder, 'new-theme', 'theme', '-c');
  for (const file of filesIn(folder).filter((path) => !path.includes('.git/'))) {
    expect(file + readFileSync(join(folder, file), 'utf8')).not.toMatch(/__[A-Z]+__/);
  }
});

test('writes the files that jekyll new writes, with layouts in place of a theme gem', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', '.', '--jekyll', '--skip-bundle');
  const files = filesIn(folder);
  for (const file of ['.gitignore', '404.html', '_config.yml', 'about.markdown', 'index.markdown']) {
    expect(files).toContain(file);
  }
  expect(files.some((file) => /^_posts\/\d{4}-\d\d-\d\d-welcome-to-jekyll\.markdown$/.test(file))).toBe(true);
});

test('writes the blank site of Jekyll with its empty folders', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', 'a', '--blank');
  expect(filesIn(join(folder, 'a'))).toEqual([
    '_config.yml',
    '_layouts/default.html',
    '_sass/base.scss',
    'assets/css/main.scss',
    'index.md',
  ]);
  for (const name of ['_data', '_drafts', '_includes', '_posts']) {
    expect(existsSync(join(folder, 'a', name))).toBe(true);
  }
});

test('asks for a path', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'new');
  expect([code, err]).toEqual([1, '             Error: You must specify a path.\n']);
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
  const again = await runCli(folder, 'new-theme', 'my theme');
  expect([again.code, again.err]).toEqual([
    1,
    `          Conflict: ${join(folder, 'my_theme')} already exists.\n`,
  ]);
});

test.each([
  ['own', [], 'dist/about/index.html'],
  ['jekyll', ['--jekyll'], '_site/about/index.html'],
  ['blank', ['--blank'], '_site/assets/css/main.css'],
])('writes a site (%s) that builds at once and without a warning', async (name, flags, output) => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', name, ...flags);
  const { code, err, out } = await runCli(join(folder, name), 'build');
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toContain('warning');
  expect(readFileSync(join(folder, name, output), 'utf8')).not.toMatch(/\{\{|\{%/);
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
});

test('adds a workflow for GitHub Pages that uploads the output of the shape at hand', async () => {
  const folder = temporaryFolder();
  await runCli(folder, 'new', 'own', '--github');
  await runCli(folder, 'new', 'jekyll', '--jekyll', '--github');
  const uploaded = (site: string): unknown => {
    const path = join(folder, site, '.github/workflows/pages.yml');
    const workflow = parse(readFileSync(path, 'utf8'));
    return workflow.jobs.deploy.steps.at(-2).with.path;
  };
  expect([uploaded('own'), uploaded('jekyll')]).toEqual(['dist', '_site']);
});
