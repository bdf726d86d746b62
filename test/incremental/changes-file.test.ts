import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { build, KeptEngines, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const POSTS = 30;
const text = (title: number, body = `Body ${title}. `.repeat(20)): string =>
  `---\nlayout: post\ntitle: Post ${title}\n---\n${body}\n`;

function pathOf(number: number): string {
  return `_posts/2026-01-${String(number + 1).padStart(2, '0')}-post.md`;
}

/** A blog, and what builds in processes of their own make of it. */
function blog(): {
  readonly save: (number: number, content: string) => void;
  readonly build: () => Promise<number>;
  readonly isLikeClean: () => Promise<void>;
  readonly path: (extension: string) => string;
} {
  const numbers = Array.from({ length: POSTS }, (_, number) => number);
  const posts = numbers.map((number): [string, string] => [pathOf(number), text(number)]);
  const directory = temporaryFolder({
    '_config.yml': '',
    '_layouts/post.html': '{{ content }}{{ page.previous.title }}',
    'index.html': '---\n---\n{% for post in site.posts %}{{ post.content | size }} {% endfor %}',
    ...Object.fromEntries(posts),
  });
  const { reporter } = recordingReporter();
  const buildInto = async (flags: Record<string, string | boolean>): Promise<number> => {
    const config = loadConfig({ directory, flags, environment: {}, reporter });
    const { ok, rendered } = await build({ config, reporter, engines: new KeptEngines() });
    expect(ok).toBe(true);
    return rendered[0]!.reuse?.reasons.size ?? rendered[0]!.turns.size;
  };
  const store = join(directory, '.jekyll-cache/utterson');
  return {
    save: (number, content) => writeFileSync(join(directory, pathOf(number)), content),
    build: () => buildInto({}),
    async isLikeClean() {
      const clean = join(temporaryFolder(), 'clean');
      await buildInto({ destination: clean, disable_disk_cache: true });
      expect(compareFolders(clean, join(directory, '_site'))).toEqual([]);
    },
    path(extension) {
      const records = readdirSync(store).find((name) => name.endsWith('.json'))!;
      return join(store, records.replace('.json', extension));
    },
  };
}

test('what little a build changes is kept beside the records, and laid over them', async () => {
  const site = blog();
  await site.build();
  const records = readFileSync(site.path('.json'));
  for (const number of [3, 20]) {
    site.save(number, text(number, 'One line.\n\nOne more.'));
    site.save(4, text(4, `Of the round ${number}`));
    expect(await site.build()).toBeLessThanOrEqual(3);
    expect(readFileSync(site.path('.json')).equals(records)).toBe(true);
    expect(existsSync(site.path('.changes'))).toBe(true);
    await site.isLikeClean();
    expect(await site.build()).toBe(0);
  }
});

test('the records are written anew when the pack holds too much that nobody asks for', async () => {
  const site = blog();
  await site.build();
  const records = readFileSync(site.path('.json'));
  for (let round = 0; readFileSync(site.path('.json')).equals(records); round++) {
    expect(round).toBeLessThan(10);
    site.save(3, text(3, 'Longer. '.repeat(90 + round)));
    expect(await site.build()).toBe(2);
  }
  expect(existsSync(site.path('.changes'))).toBe(false);
  await site.isLikeClean();
});

test('titles and neighbours among them', async () => {
  const site = blog();
  await site.build();
  site.save(9, text(90));
  expect(await site.build()).toBe(3);
  site.save(9, text(9));
  expect(await site.build()).toBe(3);
  await site.isLikeClean();
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, -9)],
  ['damaged', (bytes) => Buffer.from(bytes.toString('latin1').replace(/\d(?=[^\d]*$)/, 'x'), 'latin1')],
  [
    'of other records',
    (bytes) => Buffer.from(bytes.toString('latin1').replace(/^(\d+) \d+/, '$1 1'), 'latin1'),
  ],
  ['empty', () => Buffer.alloc(0)],
])('changes that are %s do not count', async (_, change) => {
  const site = blog();
  await site.build();
  site.save(3, text(3, 'Other'));
  await site.build();
  const path = site.path('.changes');
  writeFileSync(path, change(readFileSync(path)));
  site.save(5, text(5, 'Other, too'));
  expect(await site.build()).toBe(3);
  await site.isLikeClean();
});

test('much that changes goes into the records', async () => {
  const site = blog();
  await site.build();
  const path = site.path('.changes');
  site.save(3, text(3, 'Other'));
  await site.build();
  expect(existsSync(path)).toBe(true);
  for (let number = 0; number < 15; number++) site.save(number, text(number, `Other ${number}`));
  expect(await site.build()).toBe(15 + 1);
  expect(existsSync(path)).toBe(false);
  await site.isLikeClean();
});

test('records whose pack cannot be opened do not count', async () => {
  const site = blog();
  await site.build();
  const pack = readdirSync(dirname(site.path('.json'))).find((name) => name.endsWith('.texts'))!;
  const path = join(dirname(site.path('.json')), pack);
  rmSync(path);
  mkdirSync(path);
  site.save(3, text(3, 'Other'));
  expect(await site.build()).toBe(31);
  await site.isLikeClean();
});
