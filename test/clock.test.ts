/** Whose clock a build goes by: the machine's, unless `SOURCE_DATE_EPOCH` holds it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildSite } from '../src/build-site.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

/** 2025-10-09 08:53:20 UTC. */
const HELD = { TZ: 'UTC', SOURCE_DATE_EPOCH: '1760000000' };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-02-03T04:05:06Z') }));
afterEach(() => void vi.useRealTimers());

async function built(
  files: Record<string, string>,
  environment: Record<string, string> = { TZ: 'UTC' },
): Promise<string> {
  const directory = temporaryFolder(files);
  const { diagnostics } = await buildSite({ directory, environment });
  expect(diagnostics).toEqual([]);
  return readFileSync(join(directory, '_site/index.html'), 'utf8');
}

const CLOCKS =
  '---\n---\n{{ "now" | date: "%F" }} {{ "TODAY" | date: "%F" }} {{ "March 14" | date: "%F" }} {{ site.time | date: "%F" }}';

test('SOURCE_DATE_EPOCH holds every clock of a build', async () => {
  expect(await built({ 'index.html': CLOCKS }, HELD)).toBe('2025-10-09 2025-10-09 2025-03-14 2025-10-09');
});

test('without it they show the machine’s time', async () => {
  expect(await built({ 'index.html': CLOCKS })).toBe('2030-02-03 2030-02-03 2030-03-14 2030-02-03');
});

test('time in the configuration is the site’s and rules nothing else', async () => {
  const files = { 'index.html': CLOCKS, '_config.yml': 'time: 2020-05-06\n' };
  expect(await built(files)).toBe('2030-02-03 2030-02-03 2030-03-14 2020-05-06');
  expect(await built(files, HELD)).toBe('2025-10-09 2025-10-09 2025-03-14 2020-05-06');
});

test('what a date in front matter leaves out comes from the clock, not from time', async () => {
  const files = {
    'index.html': '---\n---\n{{ site.posts.first.date | date: "%F" }}',
    '_posts/2000-01-01-a.md': '---\ndate: March 14\n---\n',
    '_config.yml': 'time: 2020-05-06\nfuture: true\n',
  };
  expect(await built(files)).toBe('2030-03-14');
  expect(await built(files, HELD)).toBe('2025-03-14');
});

test('tags that make output without a template go by it as well', async () => {
  const files = {
    'index.html': '---\ntitle: A\ndate: March 14\n---\n{% seo %}',
    '_config.yml': 'plugins: [jekyll-seo-tag]\nurl: https://example.org\n',
  };
  expect(await built(files, HELD)).toContain('2025-03-14');
});

const DATED = {
  '_posts/2025-01-01-a.md': '---\n---\n',
  '_posts/2027-01-01-b.md': '---\n---\n',
  '_posts/2028-01-01-c.md': '---\n---\n',
  '_posts/2999-01-01-d.md': '---\n---\n',
  'index.html': '---\n---\n{% for post in site.posts %}{{ post.slug }}{% endfor %}',
};

async function warned(
  files: Record<string, string>,
  environment: Record<string, string>,
  flags = {},
): Promise<string[]> {
  const { diagnostics } = await buildSite({ directory: temporaryFolder(files), environment, flags });
  return diagnostics
    .filter(({ severity, isHarmless }) => severity === 'warning' && !isHarmless)
    .map(({ message }) => message);
}

test('posts that SOURCE_DATE_EPOCH holds back are told of, those that wait anyway are not', async () => {
  expect(await warned(DATED, HELD)).toEqual([
    'SOURCE_DATE_EPOCH leaves out 2 posts that are later than 2025-10-09 08:53:20 +0000.',
  ]);
  expect(await warned(DATED, { TZ: 'UTC' })).toEqual([]);
  expect(await warned(DATED, HELD, { future: true })).toEqual([]);
  expect(await warned({ ...DATED, '_config.yml': 'time: 2026-01-01\n' }, HELD)).toEqual([]);
});

test('time in the configuration decides what is future, whatever the clock', async () => {
  const files = { ...DATED, '_config.yml': 'time: 2027-06-01\n' };
  for (const environment of [HELD, { TZ: 'UTC' }]) {
    const directory = temporaryFolder(files);
    await buildSite({ directory, environment });
    expect(readFileSync(join(directory, '_site/index.html'), 'utf8')).toBe('ba');
  }
});

test('a SOURCE_DATE_EPOCH that is no second is an error, and one of nothing is none', async () => {
  const files = { 'index.html': 'x' };
  for (const text of ['now', '-1', '1.5', '99999999999999999']) {
    await expect(
      buildSite({ directory: temporaryFolder(files), environment: { SOURCE_DATE_EPOCH: text } }),
    ).rejects.toThrow(`SOURCE_DATE_EPOCH is no second since 1970: '${text}'`);
  }
  expect(
    (await buildSite({ directory: temporaryFolder(files), environment: { SOURCE_DATE_EPOCH: '' } })).ok,
  ).toBe(true);
});
