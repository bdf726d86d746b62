/** Builds that are killed, at every moment: what they leave is whole, and the next build is that of a fresh copy. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { compareFolders } from '../conformance/sites.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const program = resolve('bin/utterson.js');
const killer = resolve('test/helpers/killed-at.cjs');
/** Kills in one run, spread over all calls of a build. Raise it for a long search. */
const kills = Number(process.env['KILLS'] ?? 12);

/** So many that there are about as many calls as kills. */
const posts = Math.max(6, Math.ceil(kills / 8));

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Site\nplugins: [jekyll-feed, jekyll-sitemap]\nurl: https://a.test\n',
  '_layouts/default.html': '<h1>{{ page.title }}</h1>{{ content }}',
  '_includes/note.html': '<p>{{ include.text }}</p>',
  'index.html':
    '---\nlayout: default\ntitle: Home\n---\n{% for post in site.posts %}{{ post.title }}{{ post.excerpt }}{% endfor %}',
  'style.scss': '---\n---\n@use "parts";\n',
  '_sass/_parts.scss': 'a { b: c }',
  'plain.txt': 'plain',
  ...Object.fromEntries(
    Array.from({ length: posts }, (_, index) => index + 1).map((day) => [
      `_posts/2024-01-01-post-${day}.md`,
      `---\nlayout: default\ntitle: Post ${day}\n---\n{% include note.html text="a" %}\n\n\`\`\`ruby\nputs 1\n\`\`\`\n`,
    ]),
  ),
};

/** What is changed before the build that is killed. */
function edit(folder: string): void {
  writeFileSync(join(folder, '_layouts/default.html'), '<h2>{{ page.title }}</h2>{{ content }}');
  writeFileSync(join(folder, 'plain.txt'), 'other');
  writeFileSync(join(folder, 'more.txt'), 'more');
  rmSync(join(folder, '_posts/2024-01-01-post-3.md'));
}

/** Calls of the file system, by what a build is doing. */
const PHASES: readonly (readonly [name: string, isIn: (call: string) => boolean])[] = [
  ['store', (call) => call.includes('.jekyll-cache/utterson')],
  ['cache', (call) => call.includes('.jekyll-cache')],
  ['render', (call) => call.includes('.utterson-staging-') && !call.startsWith('renameSync')],
  ['write', (call) => call.includes('/_site')],
  ['read', () => true],
];

test('a build that is killed at any moment leaves whole files, and the next one is right', {
  timeout: 7_200_000,
}, async () => {
  const start = temporaryFolder(SITE);
  await setTimeout(100);
  expect(build(start).status).toBe(0);
  const edited = copied(start);
  edit(edited);
  rmSync(join(edited, '_site'), { recursive: true });
  rmSync(join(edited, '.jekyll-cache'), { recursive: true });
  expect(build(edited).status).toBe(0);
  const counted: Record<string, number> = {};
  const calls = callsOf(start);
  expect(calls).toBeGreaterThan(60);
  for (let index = 0; index < kills; index++) {
    const at = 1 + Math.floor((index * calls) / kills);
    const folder = copied(start);
    edit(folder);
    const { signal, stderr } = build(folder, at);
    expect(signal).toBe('SIGKILL');
    const phase = PHASES.find(([, isIn]) => isIn(stderr))![0];
    counted[phase] = (counted[phase] ?? 0) + 1;
    expect(brokenIn(join(folder, '_site'), [start, edited]), stderr).toEqual([]);
    const next = build(folder);
    expect(next.status, `${stderr}${next.stdout}${next.stderr}`).toBe(0);
    expect(compareFolders(join(edited, '_site'), join(folder, '_site')), stderr).toEqual([]);
    expect(leftoversIn(folder), stderr).toEqual([]);
    rmSync(folder, { recursive: true });
  }
  if (process.env['KILLS']) console.log(`${kills} kills among ${calls} calls:`, counted);
});

function copied(from: string): string {
  const folder = join(temporaryFolder(), 'site');
  cpSync(from, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

function build(
  folder: string,
  killedAt?: number,
): Pick<SpawnSyncReturns<string>, 'status' | 'signal' | 'stdout' | 'stderr'> {
  const killed = { NODE_OPTIONS: `--require ${killer}`, KILLED_AT: String(killedAt) };
  const environment = { SOURCE_DATE_EPOCH: '1718000000', ...(killedAt === undefined ? {} : killed) };
  return spawnSync(process.execPath, [program, 'build', '--quiet'], {
    cwd: folder,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
}

/** How many calls the build makes that is to be killed: the first number at which it lives. */
function callsOf(start: string): number {
  let [lives, dies] = [4096, 1];
  while (lives - dies > 1) {
    const middle = Math.floor((lives + dies) / 2);
    const folder = copied(start);
    edit(folder);
    if (build(folder, middle).signal === null) lives = middle;
    else dies = middle;
    rmSync(folder, { recursive: true });
  }
  return dies;
}

/** Files that are neither as before nor as after, in folders that users look at. */
function brokenIn(output: string, sites: readonly string[]): string[] {
  const files = fastGlob.sync('**', { cwd: output });
  return files.filter((path) => {
    const bytes = readFileSync(join(output, path));
    return !sites.some((site) => {
      const whole = join(site, '_site', path);
      return existsSync(whole) && readFileSync(whole).equals(bytes);
    });
  });
}

/** What a build has for its own length alone. */
function leftoversIn(folder: string): string[] {
  return fastGlob.sync(['_site/**/.utterson-*', '.jekyll-cache/**/*.new', '.jekyll-cache/**/*.lock'], {
    cwd: folder,
    dot: true,
    onlyFiles: false,
  });
}
