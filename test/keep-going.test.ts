import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type BuildResult, build, KeptEngines, loadConfig } from '../src/build.js';
import { recordingReporter } from './helpers/recording-reporter.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

/** A site that is built again and again, broken pages or not. */
function keptSite(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({ '_config.yml': 'title: x\n', ...files });
  const engines = new KeptEngines();
  onTestFinished(() => engines.dispose());
  const { reporter } = recordingReporter();
  return {
    build(keepsGoing = true): Promise<BuildResult> {
      const config = loadConfig({ directory: folder, flags: {}, environment: {}, reporter });
      return build({ config, reporter, engines, keepsGoing });
    },
    save: (path: string, text: string): void => writeFileSync(join(folder, path), text),
    remove: (path: string): void => rmSync(join(folder, path)),
    isWritten: (path: string): boolean => existsSync(join(folder, '_site', path)),
    read: (path: string): string => readFileSync(join(folder, '_site', path), 'utf8'),
  };
}

const SITE = {
  'index.md': '---\n---\nhome 1\n',
  'about.md': '---\npermalink: /about/\n---\nabout 1\n',
  '_posts/2024-01-01-a.md': '---\n---\npost 1\n',
};

test('writes good pages while one is broken, which stays as it was', async () => {
  const site = keptSite(SITE);
  expect((await site.build()).ok).toBe(true);
  site.save('about.md', '---\npermalink: /about/\n---\n{% nosuch %}\n');
  site.save('index.md', '---\n---\nhome 2\n');
  const result = await site.build();
  expect(result.ok).toBe(false);
  expect(result.broken).toEqual([{ file: 'about.md', path: 'about/index.html' }]);
  expect(result.changedPaths).toEqual(['index.html']);
  expect(site.read('about/index.html')).toBe('<p>about 1</p>\n');
  site.save('about.md', '---\npermalink: /about/\n---\nabout 2\n');
  const mended = await site.build();
  expect([mended.ok, mended.broken]).toEqual([true, []]);
  expect(site.read('about/index.html')).toBe('<p>about 2</p>\n');
});

test('knows where a page was whose front matter cannot be read', async () => {
  const site = keptSite(SITE);
  await site.build();
  site.save('about.md', '---\npermalink: /about/\ntitle: a: b\n---\nabout 2\n');
  const result = await site.build();
  expect(result.broken).toEqual([{ file: 'about.md', path: 'about/index.html' }]);
  expect(site.read('about/index.html')).toBe('<p>about 1</p>\n');
  expect(site.isWritten('about.html')).toBe(false);
});

test('writes a first time what is good, and nothing for what never was', async () => {
  const site = keptSite({ ...SITE, 'about.md': '---\n---\n{% nosuch %}\n' });
  const result = await site.build();
  expect(result.broken).toEqual([{ file: 'about.md', path: 'about.html' }]);
  expect(site.isWritten('about.html')).toBe(false);
  expect(site.read('index.html')).toBe('<p>home 1</p>\n');
});

test('writes nothing when what is wrong concerns all, or nobody asked for it', async () => {
  const site = keptSite({ ...SITE, '_data/facts.yml': 'a: 1\n' });
  await site.build();
  site.save('index.md', '---\n---\nhome 2\n');
  site.save('_data/facts.yml', 'a: [\n');
  expect((await site.build()).changedPaths).toEqual([]);
  expect(site.read('index.html')).toBe('<p>home 1</p>\n');
  site.save('_data/facts.yml', 'a: 1\n');
  site.save('about.md', '---\n---\n{% nosuch %}\n');
  expect((await site.build(false)).changedPaths).toEqual([]);
  expect(site.read('index.html')).toBe('<p>home 1</p>\n');
});

test('removes a broken page that is gone', async () => {
  const site = keptSite(SITE);
  await site.build();
  site.save('about.md', '---\npermalink: /about/\n---\n{% nosuch %}\n');
  await site.build();
  site.remove('about.md');
  const result = await site.build();
  expect([result.ok, result.broken]).toEqual([true, []]);
  expect(site.isWritten('about/index.html')).toBe(false);
});

test('goes on past a post whose name has a date that is none, of which nothing is made', async () => {
  const site = keptSite({ ...SITE, '_posts/2024-13-45-x.md': '---\n---\nnever\n' });
  const result = await site.build();
  expect([result.ok, result.broken]).toEqual([false, [{ file: '_posts/2024-13-45-x.md', path: null }]]);
  expect(site.read('index.html')).toBe('<p>home 1</p>\n');
  site.save('index.md', '---\n---\nhome 2\n');
  expect((await site.build()).changedPaths).toEqual(['index.html']);
  expect((await site.build(false)).ok).toBe(false);
  site.remove('_posts/2024-13-45-x.md');
  expect(await site.build()).toMatchObject({ ok: true, broken: [] });
});

const LAID = {
  ...SITE,
  '_layouts/plain.html': '<p>{{ page.title }}</p>{{ content }}',
  '_layouts/inner.html': '---\nlayout: plain\n---\n<b>{{ content }}</b>',
  'inner.md': '---\nlayout: inner\n---\ninner 1\n',
  'plain.md': '---\nlayout: plain\n---\nplain 1\n',
};

test.each([
  ['is no mapping', '---\n- x\n---\n{{ content }}'],
  ['cannot be read', '---\nlayout: plain\ntitle: a: b\n---\n{{ content }}'],
])('goes on past a layout whose front matter %s: its pages stay as they were', async (_, layout) => {
  const site = keptSite(LAID);
  await site.build();
  const inner = site.read('inner.html');
  site.save('_layouts/inner.html', layout);
  site.save('plain.md', '---\nlayout: plain\n---\nplain 2\n');
  const result = await site.build();
  expect(result.broken).toEqual([{ file: 'inner.md', path: 'inner.html', cause: '_layouts/inner.html' }]);
  expect(result.diagnostics.map(({ file }) => file)).toEqual(['_layouts/inner.html']);
  expect(result.changedPaths).toEqual(['plain.html']);
  expect(site.read('inner.html')).toBe(inner);
  site.save('_layouts/inner.html', LAID['_layouts/inner.html'].replaceAll('b>', 'i>'));
  const mended = await site.build();
  expect([mended.ok, mended.broken, mended.changedPaths]).toEqual([true, [], ['inner.html']]);
});

test('goes on past a layout that no page has', async () => {
  const site = keptSite({ ...LAID, '_layouts/unused.html': '---\n- x\n---\n' });
  const result = await site.build();
  expect([result.ok, result.broken]).toEqual([false, [{ file: '_layouts/unused.html', path: null }]]);
  expect(site.read('plain.html')).toContain('plain 1');
});
