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
