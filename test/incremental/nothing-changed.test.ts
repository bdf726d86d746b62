/** A build that finds everything as the last one did ends there; whatever else may be another thing must keep it from that. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type BuildResult, build, loadConfig } from '../../src/build.js';
import type { Value } from '../../src/ruby/value.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const SITE: Readonly<Record<string, string>> = {
  '_config.yml':
    'title: Site\nurl: https://a.test\ntheme: ./my-theme\nsass: { load_paths: [node_modules/lib] }\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\n---\nA [link](/nowhere/)',
  '_includes/note.html': 'note',
  '_data/nav.yml': 'a: 1',
  'index.html':
    '---\n---\n{{ site.url }}{% include note.html %}{% include_relative _beside/part.txt %}{{ site.data.nav.a }}{{ site.time | date: "%Y" }}',
  '_beside/part.txt': 'part',
  'style.scss': '---\n---\n@use "lib";\n',
  'node_modules/lib/_lib.scss': 'a { b: c }',
  'plain.txt': 'plain',
  'my-theme/package.json': '{"name": "my-theme", "version": "1.0.0"}',
  'my-theme/_layouts/default.html': '{{ content }}',
};

/** Longer than two saves can come under one stamp. */
const SETTLED = 120;

/** So many builds a site may need until nothing about it is new; two or three do on a quiet machine. */
const MOST_BUILDS = 6;

interface Flags {
  readonly flags?: Readonly<Record<string, Value>>;
  readonly environment?: Readonly<Record<string, string>>;
}

const CLOCK = { SOURCE_DATE_EPOCH: '1718000000' };

async function buildAt(
  directory: string,
  { flags = {}, environment = CLOCK }: Flags = {},
): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  return build({ config: loadConfig({ directory, flags, environment, reporter }), reporter });
}

/** Whether a build ended without a look at the site. */
function endedAtOnce({ ok, rendered, unchanged }: BuildResult): boolean {
  expect(ok).toBe(true);
  return rendered.length === 0 && unchanged > 0;
}

/** On a busy machine what was written late may be too young once more; Sass that was saved just now is compiled once more. */
async function buildUntilSettled(folder: string): Promise<void> {
  for (let builds = 0; builds < MOST_BUILDS; builds++) {
    await setTimeout(SETTLED);
    if (endedAtOnce(await buildAt(folder))) return;
  }
  throw new Error(`After ${MOST_BUILDS} builds something is still new.`);
}

/** A site that was built so often that nothing about it is new. */
async function builtSite(files = SITE): Promise<string> {
  const folder = temporaryFolder(files);
  await buildUntilSettled(folder);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Saves a file with its size and time as they were. */
function rewrite(folder: string, path: string, text: string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  expect(text).toHaveLength(before.length);
  write(folder, path, text);
  utimesSync(join(folder, path), 1_700_000_000, 1_700_000_000);
}

const EDITS: readonly (readonly [about: string, edit: (folder: string) => void])[] = [
  ['a post', (folder) => write(folder, '_posts/2024-01-01-a.md', '---\n---\nB')],
  [
    'a post with its size kept',
    (folder) => rewrite(folder, '_posts/2024-01-01-a.md', '---\ntitle: A\n---\nB [link](/nowhere/)'),
  ],
  ['a new post', (folder) => write(folder, '_posts/2024-01-02-b.md', '---\n---\nB')],
  ['a post that is gone', (folder) => rmSync(join(folder, '_posts/2024-01-01-a.md'))],
  ['an include', (folder) => write(folder, '_includes/note.html', 'other')],
  ['a new include that nobody names', (folder) => write(folder, '_includes/more.html', 'other')],
  ['a file that no page is made of', (folder) => write(folder, '_beside/part.txt', 'other')],
  ['data', (folder) => write(folder, '_data/nav.yml', 'a: 2')],
  ['a folder that was not there', (folder) => write(folder, '_layouts/post.html', 'x')],
  ['a static file', (folder) => write(folder, 'plain.txt', 'other')],
  ['a touched static file', (folder) => utimesSync(join(folder, 'plain.txt'), 1_600_000_000, 1_600_000_000)],
  ['Sass in a package', (folder) => write(folder, 'node_modules/lib/_lib.scss', 'a { b: d }')],
  ['the theme', (folder) => write(folder, 'my-theme/_layouts/default.html', 'x{{ content }}')],
  [
    'the configuration',
    (folder) => write(folder, '_config.yml', SITE['_config.yml']!.replace('Site', 'Other')),
  ],
  ['an output', (folder) => write(folder, '_site/index.html', 'x')],
  ['an output that is gone', (folder) => rmSync(join(folder, '_site/index.html'))],
  ['the whole output', (folder) => rmSync(join(folder, '_site'), { recursive: true })],
  ['a foreign file among the outputs', (folder) => write(folder, '_site/2024/01/01/foreign.txt', 'x')],
  ['a foreign file beside the outputs', (folder) => write(folder, '_site/foreign.txt', 'x')],
  ['a store that is gone', (folder) => rmSync(join(folder, '.jekyll-cache'), { recursive: true })],
];

test.each(EDITS)('is not taken for nothing: %s', async (_about, edit) => {
  const folder = await builtSite();
  edit(folder);
  expect(endedAtOnce(await buildAt(folder))).toBe(false);
  expect(existsSync(join(folder, '_site/foreign.txt'))).toBe(false);
  await buildUntilSettled(folder);
});

const OTHERS: readonly (readonly [about: string, how: Flags])[] = [
  ['another environment', { environment: { ...CLOCK, JEKYLL_ENV: 'production' } }],
  ['another year', { environment: { SOURCE_DATE_EPOCH: '1751000000' } }],
  ['a clock turned back', { environment: { SOURCE_DATE_EPOCH: '1717990000' } }],
  ['another base', { flags: { baseurl: '/sub' } }],
  ['what --strict looks for', { flags: { strict: true } }],
  ['future posts', { flags: { future: true } }],
  ['a profile', { flags: { profile: true } }],
];

test.each(OTHERS)('is not taken for nothing: %s', async (_about, how) => {
  const folder = await builtSite();
  const { ok, rendered } = await buildAt(folder, how);
  expect(ok && rendered.length === 0).toBe(false);
});

test('a configuration beside the others counts, for its address alone', async () => {
  const folder = await builtSite({ ...SITE, 'more.yml': 'url: https://b.test\n' });
  const flags = { config: ['_config.yml', 'more.yml'] };
  expect(endedAtOnce(await buildAt(folder, { flags }))).toBe(false);
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toContain('https://b.test');
});

test('what is told without a look at pages makes no difference', async () => {
  const folder = await builtSite();
  expect(endedAtOnce(await buildAt(folder, { flags: { quiet: true } }))).toBe(true);
});

test('a commit counts where Git says when a page was changed, in a repository above the site, too', async () => {
  const page = '---\nlast_modified_at_source: git\n---\n{% last_modified_at %}';
  const repository = temporaryFolder({
    'site/_config.yml': 'plugins: [jekyll-last-modified-at]\n',
    'site/index.html': page,
  });
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@a.test'];
    const environment = {
      ...process.env,
      GIT_COMMITTER_DATE: '2020-01-02T00:00:00Z',
      GIT_AUTHOR_DATE: '2020-01-02T00:00:00Z',
    };
    execFileSync('git', [...identity, ...args], { cwd: repository, env: environment });
  };
  git('init', '--quiet');
  const folder = join(repository, 'site');
  await setTimeout(SETTLED);
  await buildAt(folder);
  await setTimeout(SETTLED);
  await buildAt(folder);
  const output = (): string => readFileSync(join(folder, '_site/index.html'), 'utf8');
  const before = output();
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  await buildAt(folder);
  expect(output()).not.toBe(before);
  expect(output()).toContain('02-Jan-20');
});

test('what was left out is told of again, and warnings keep a build from ending at once', async () => {
  const folder = await builtSite({ ...SITE, '_posts/undated.md': '---\n---\nA' });
  const { leftOut } = await buildAt(folder);
  expect(leftOut.map(({ path, reason }) => `${path}: ${reason}`)).toContain('_posts/undated.md: no-date');
  write(folder, 'b.html', '---\nlayout: nowhere\n---\n');
  await buildAt(folder);
  await setTimeout(SETTLED);
  const [again, oncemore] = [await buildAt(folder), await buildAt(folder)];
  expect([again, oncemore].map(({ diagnostics }) => diagnostics.length)).toEqual([1, 1]);
});
