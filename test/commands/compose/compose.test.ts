import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCli } from '../../helpers/run-cli.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const config = { '_config.yml': 'timezone: UTC\n' };

/** What is printed after the line that names the configuration. */
function lastLine(out: string): string {
  return out.trimEnd().split('\n').at(-1)!;
}

test('writes a post with its date in name and front matter', async () => {
  const folder = temporaryFolder(config);
  const { code, out } = await runCli(folder, 'post', 'Foo: bar & baz', '--date', '2020-02-03');
  expect(code).toBe(0);
  expect(out).toContain('New post created at _posts/2020-02-03-foo-bar-baz.md\n');
  expect(readFileSync(join(folder, '_posts/2020-02-03-foo-bar-baz.md'), 'utf8')).toBe(
    "---\nlayout: post\ntitle: 'Foo: bar & baz'\ndate: 2020-02-03 00:00 +0000\n---\n",
  );
});

test('takes the held clock for the present', async () => {
  const folder = temporaryFolder(config);
  vi.stubEnv('SOURCE_DATE_EPOCH', '1582934400');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { out } = await runCli(folder, 'post', 'Leap');
  expect(out).toContain('New post created at _posts/2020-02-29-leap.md\n');
});

test('takes nothing from the time of the configuration, which is the site’s', async () => {
  const folder = temporaryFolder({ '_config.yml': 'timezone: UTC\ntime: 2001-02-03\n' });
  vi.stubEnv('SOURCE_DATE_EPOCH', '1582934400');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { out } = await runCli(folder, 'post', 'Leap');
  expect(out).toContain('New post created at _posts/2020-02-29-leap.md\n');
});

test('lays the front matter that is configured over its own', async () => {
  const folder = temporaryFolder({
    '_config.yml':
      'jekyll_compose:\n  default_front_matter:\n    drafts:\n      layout: idea\n      tags: [a]\n',
  });
  await runCli(folder, 'draft', 'An idea');
  expect(readFileSync(join(folder, '_drafts/an-idea.md'), 'utf8')).toBe(
    '---\nlayout: idea\ntitle: An idea\ntags:\n- a\n---\n',
  );
});

test('does not write over a file unless told to', async () => {
  const folder = temporaryFolder({ ...config, 'about.md': 'mine' });
  const refused = await runCli(folder, 'page', 'About');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('             Error: A page already exists at about.md\n');
  expect(readFileSync(join(folder, 'about.md'), 'utf8')).toBe('mine');
  await runCli(folder, 'page', 'About', '--force');
  expect(readFileSync(join(folder, 'about.md'), 'utf8')).toBe('---\nlayout: page\ntitle: About\n---\n');
});

test('writes to content in a site of our own shape', async () => {
  const folder = temporaryFolder({ 'content/index.md': 'x', 'layouts/default.html': 'x' });
  const { out } = await runCli(folder, 'draft', 'One');
  expect(out).toContain('New draft created at content/_drafts/one.md\n');
  expect(existsSync(join(folder, 'content/_drafts/one.md'))).toBe(true);
});

test('moves the bytes of a draft that is not UTF-8', async () => {
  const text = '---\ntitle: caf\xe9\n---\n\xe9\xff\n';
  const folder = temporaryFolder({ ...config, '_drafts/one.md': Buffer.from(text, 'latin1') });
  await runCli(folder, 'publish', '_drafts/one.md', '--date', '2022-03-04');
  const published = readFileSync(join(folder, '_posts/2022-03-04-one.md'), 'latin1');
  expect(published).toContain('title: caf\xe9\n');
  expect(published.endsWith('---\n\xe9\xff\n')).toBe(true);
});

test('publishes a draft and takes it back', async () => {
  const folder = temporaryFolder({ ...config, '_drafts/one.md': '---\ntitle: One # keep\n---\nbody\n' });
  const published = await runCli(folder, 'publish', '_drafts/one.md', '--date', '2022-03-04');
  expect(published.out).toContain('Draft _drafts/one.md was moved to _posts/2022-03-04-one.md\n');
  const post = join(folder, '_posts/2022-03-04-one.md');
  expect(readFileSync(post, 'utf8')).toBe(
    '---\ntitle: One # keep\ndate: 2022-03-04 00:00 +0000\n---\nbody\n',
  );
  await runCli(folder, 'unpublish', '_posts/2022-03-04-one.md');
  expect(existsSync(post)).toBe(false);
  expect(readFileSync(join(folder, '_drafts/one.md'), 'utf8')).toBe('---\ntitle: One # keep\n---\nbody\n');
});

test('takes paths as its messages print them', async () => {
  const folder = temporaryFolder({ 'content/_drafts/one.md': '---\n---\n', 'layouts/default.html': 'x' });
  const published = await runCli(folder, 'publish', 'content/_drafts/one.md', '--date', '2022-03-04');
  expect(published.out).toContain('was moved to content/_posts/2022-03-04-one.md\n');
  const renamed = await runCli(folder, 'rename', 'content/_posts/2022-03-04-one.md', 'Two');
  expect(renamed.out).toContain(
    'Post content/_posts/2022-03-04-one.md was moved to content/_posts/2022-03-04-two.md\n',
  );
});

test('refuses a folder in place of a draft', async () => {
  const { code, err } = await runCli(
    temporaryFolder({ ...config, '_drafts/a.md': '' }),
    'publish',
    '_drafts',
  );
  expect([code, err.trim()]).toEqual([1, 'Error: _drafts is no file.']);
});

test('renames a post, its title along with it, and keeps the date in its name', async () => {
  const folder = temporaryFolder({ ...config, '_posts/2022-03-04-one.markdown': '---\ntitle: One\n---\n' });
  await runCli(folder, 'rename', '_posts/2022-03-04-one.markdown', 'Number', 'Two');
  expect(readFileSync(join(folder, '_posts/2022-03-04-number-two.markdown'), 'utf8')).toBe(
    '---\ntitle: Number Two\n---\n',
  );
});

test('does not need the theme of the site', async () => {
  const folder = temporaryFolder({ '_config.yml': 'theme: nowhere-to-be-found\n' });
  const { code, err } = await runCli(folder, 'page', 'One');
  expect([code, err]).toEqual([0, '']);
  expect((await runCli(folder, 'build', '--offline')).err).toContain(
    'The nowhere-to-be-found theme could not be found.',
  );
});

test('says what is missing or contradicts itself', async () => {
  const folder = temporaryFolder(config);
  const error = async (...argv: string[]) => (await runCli(folder, ...argv)).err.trim();
  expect(await error('post')).toBe('Error: You must specify a name.');
  expect(await error('publish')).toBe('Error: You must specify a draft path.');
  expect(await error('rename', 'a.md')).toBe('Error: You must specify current path and the new title.');
  expect(await error('compose', 'x', '--post', '--draft')).toBe(
    'Error: You can only specify one of --post, --draft, or --collection COLLECTION.',
  );
  expect(await error('post', 'x', '--date', '2020-02-30')).toContain("Error: invalid date: '2020-02-30'");
  expect(await error('post', 'x', '--date', '2021-02-29')).toContain('Error: invalid date');
  expect(await error('post', 'x', '--date', 'nonsense')).toContain("Error: invalid date: 'nonsense'");
  expect(await error('publish', '_drafts/none.md')).toMatch(
    /^Error: There was no draft found at '_drafts\/none\.md'\.\s+→ There is no folder '_drafts'\.$/,
  );
});

test('composes a post, a draft or a document of any collection', async () => {
  const folder = temporaryFolder(config);
  const compose = async (...flags: string[]) =>
    lastLine((await runCli(folder, 'compose', 'A b', '--date', '2020-02-03', ...flags)).out);
  expect(await compose()).toBe('New post created at _posts/2020-02-03-a-b.md');
  expect(await compose('--draft')).toBe('New draft created at _drafts/a-b.md');
  expect(await compose('--collection', 'notes', '--layout', 'note', '--extension', 'html')).toBe(
    'New file created at _notes/a-b.html',
  );
  expect(readFileSync(join(folder, '_notes/a-b.html'), 'utf8')).toBe(
    '---\nlayout: note\ntitle: A b\ndate: 2020-02-03 00:00 +0000\n---\n',
  );
});

test('gives a renamed post another date when asked to', async () => {
  const folder = temporaryFolder({ ...config, '_posts/2022-03-04-one.md': '---\ntitle: One\n---\n' });
  const { out } = await runCli(folder, 'rename', '_posts/2022-03-04-one.md', 'Two', '--date', '2023-01-02');
  expect(lastLine(out)).toBe('Post _posts/2022-03-04-one.md was moved to _posts/2023-01-02-two.md');
  expect(readFileSync(join(folder, '_posts/2023-01-02-two.md'), 'utf8')).toBe(
    '---\ntitle: Two\ndate: 2023-01-02 00:00 +0000\n---\n',
  );
});

test('does not rename over another file, without a date, or with two', async () => {
  const folder = temporaryFolder({ ...config, '_drafts/a.md': 'a', '_drafts/b.md': 'b', '_posts/c.md': 'c' });
  const rename = async (...args: string[]) => (await runCli(folder, 'rename', ...args)).err.trim();
  expect(await rename('_drafts/a.md', 'b')).toMatch(/^Error: A draft already exists at _drafts\/b\.md\n/);
  expect(readFileSync(join(folder, '_drafts/b.md'), 'utf8')).toBe('b');
  expect(await rename('_posts/c.md', 'd')).toBe(
    'Error: The name of _posts/c.md does not begin with a date. Give one with --date.',
  );
  expect(await rename('_drafts/a.md', 'x', '--date', '2020-02-03', '--now')).toBe(
    'Error: You can only specify one of --date DATE or --now.',
  );
});

test("opens what it made in the user's editor when that is configured, whatever the folder is called", async () => {
  const folder = temporaryFolder({
    "it's/_config.yml": 'jekyll_compose: { auto_open: true }\n',
    'editor.sh': '#!/bin/sh\nprintf "%s|" "$@" > "$(dirname "$0")/opened"\n',
  });
  chmodSync(join(folder, 'editor.sh'), 0o755);
  vi.stubEnv('VISUAL', `${join(folder, 'editor.sh')} --wait`);
  vi.stubEnv('JEKYLL_EDITOR', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  await runCli(join(folder, "it's"), 'draft', 'One');
  expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe(`--wait|${folder}/it's/_drafts/one.md|`);
});
