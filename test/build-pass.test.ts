import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../src/build.js';
import type { Plugin } from '../src/model/plugin.js';
import type { SitePass } from '../src/model/site-pass.js';
import { recordingReporter } from './helpers/recording-reporter.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

async function site(
  files: Record<string, string>,
  plugin: Plugin,
): Promise<{ read: (path: string) => string; pages: number; rebuild: () => Promise<number> }> {
  const root = temporaryFolder({ '_config.yml': '', ...files });
  const run = async (): Promise<{ pages: number; written: number; err: string }> => {
    const { reporter, err } = recordingReporter();
    const config = loadConfig({ directory: root, flags: {}, environment: {}, reporter });
    const { pages, written } = await build({ config, reporter, plugins: [plugin] });
    return { pages, written, err: err() };
  };
  const { pages, err } = await run();
  expect(err).toBe('');
  const read = (path: string): string => {
    const file = join(root, '_site', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : `no ${path}`;
  };
  return { read, pages, rebuild: async () => (await run()).written };
}

function withPasses(passes: readonly SitePass[], more: Partial<Plugin> = {}): Plugin {
  return {
    name: 'several',
    passes: (config) =>
      passes.map((pass) => ({
        ...config,
        settings: new Map([...config.settings, ['which', pass.name]]),
        pass,
      })),
    ...more,
  };
}

test('a site is built once for each pass, with its settings, into its folder', async () => {
  const { read, pages, rebuild } = await site(
    { 'a.html': '---\n---\n{{ site.which }} {{ page.url }}', 'b.txt': 'copied' },
    withPasses([
      { name: 'first', folder: '' },
      { name: 'second', folder: 'x/y' },
    ]),
  );
  expect([read('a.html'), read('x/y/a.html')]).toEqual(['first /a.html', 'second /a.html']);
  expect([read('b.txt'), read('x/y/b.txt')]).toEqual(['copied', 'copied']);
  expect(pages).toBe(2);
  expect(await rebuild()).toBe(0);
});

test('a pass takes away what those before it left in its folder, and wins where both write', async () => {
  const files = {
    'second/old.html': '---\n---\nold',
    'second/a.html': '---\n---\n{{ site.which }}',
    'b.html': '---\n---\nb',
  };
  const { read } = await site(
    files,
    withPasses([
      { name: 'first', folder: '' },
      { name: 'second', folder: 'second', place: (path) => path },
    ]),
  );
  expect(read('second/a.html')).toBe('second');
  const parted = await site(
    files,
    withPasses([
      { name: 'first', folder: '' },
      { name: 'second', folder: 'second' },
    ]),
  );
  expect(parted.read('second/old.html')).toBe('no second/old.html');
  expect(parted.read('second/second/old.html')).toBe('old');
  expect(parted.read('b.html')).toBe('b');
});

test('a pass may leave static files out, and read other posts', async () => {
  const { read } = await site(
    {
      '_posts/2024-01-01-a.md': '---\npermalink: /post.html\n---\nof all',
      '_own/_posts/2024-01-01-a.md': '---\npermalink: /post.html\n---\nits own',
      'a.txt': 'a',
      'b.txt': 'b',
    },
    withPasses([
      { name: 'first', folder: '', omits: ({ name }) => name === 'a.txt' },
      { name: 'second', folder: 'second', postsFolder: '_own' },
    ]),
  );
  expect([read('a.txt'), read('b.txt'), read('second/a.txt')]).toEqual(['no a.txt', 'b', 'a']);
  expect(read('second/post.html')).toBe('<p>its own</p>\n');
});

test('a hook that waits for what was read may change it', async () => {
  const { read } = await site(
    {
      'a.html': '---\n---\n{% for p in site.pages %}{{ p.name }}{{ p.title }} {% endfor %}{{ site.data.x }}',
      'b.html': '---\n---\nb',
      'c.html': '---\n---\nc',
      'd.html': '---\n---\nd',
    },
    {
      name: 'changing',
      hooks: [
        {
          owner: 'site',
          event: 'post_read',
          priority: 'normal',
          run({ pages }, payload, tools) {
            const [, b, , d] = pages;
            return {
              removed: [b!.id],
              order: [d!.id],
              data: new Map([['x', payload === null ? 'data' : '']]),
              changes: new Map([
                [d!.id, { data: new Map([['title', `:${tools!.urlOf(d!)}`]]), givenUrl: '/given/d.html' }],
              ]),
              pages: [tools!.page({ path: 'made.html', data: { title: '!' } })],
            };
          },
        },
      ],
    },
  );
  expect(read('a.html')).toBe('d.html:/d.html a.html c.html made.html! data');
  expect([read('b.html'), read('given/d.html')]).toEqual(['no b.html', 'd']);
});
