import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Output } from '../../src/model/output.js';
import type { Page, StaticFile } from '../../src/model/page.js';
import type { CleanHook, Hook, ItemHook } from '../../src/model/plugin.js';
import type { Turn } from '../../src/model/turn.js';
import { runWriteHooks, type WrittenSite, writeSite } from '../../src/write/write-site.js';
import { hooksOf } from '../helpers/hooks-of.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from '../read/read-folder.js';

/** Brings a folder's output up to date with these texts. */
function write(
  directory: string,
  texts: Readonly<Record<string, string>>,
  hooks: readonly Hook[] = [],
  onChange = (): void => {},
): WrittenSite {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
  const outputs = Object.entries(texts).map(
    ([path, text]): Output => ({
      kind: 'text',
      path,
      text,
      encoding: 'UTF-8',
      file: { kind: 'page', path } as Page,
    }),
  );
  return writeSite(config, outputs, { hooks: hooksOf(hooks), reporter, onChange });
}

test('writes what differs, removes what is obsolete, and says which', () => {
  const folder = temporaryFolder({
    '_site/old.html': 'old',
    '_site/gone/x.html': 'x',
    '_site/.git/head': 'x',
  });
  expect(write(folder, { 'a.html': 'a', 'b/c.html': 'c' })).toMatchObject({
    written: 2,
    unchanged: 0,
    removed: 2,
    changedPaths: ['gone/x.html', 'old.html', 'a.html', 'b/c.html'],
  });
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(['.git', 'a.html', 'b']);
  expect(write(folder, { 'a.html': 'a', 'b/c.html': 'new' })).toMatchObject({
    written: 1,
    unchanged: 1,
    changedPaths: ['b/c.html'],
  });
});

test('of several outputs with one path the last is written', () => {
  const folder = temporaryFolder();
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: folder, flags: {}, environment: {}, reporter });
  const tools = { hooks: hooksOf([]), reporter, onChange: () => {} };
  const text = (content: string): Output => ({
    kind: 'text',
    path: 'x',
    text: content,
    encoding: 'UTF-8',
    file: {} as Page,
  });
  expect(writeSite(config, [text('a'), text('b')], tools).written).toBe(1);
  expect(readFileSync(join(folder, '_site/x'), 'utf8')).toBe('b');
});

test('hides the cache from git, once', () => {
  const folder = temporaryFolder();
  write(folder, { 'a.html': 'a' });
  const ignore = join(folder, '.jekyll-cache/.gitignore');
  expect(readFileSync(ignore, 'utf8')).toBe('# ignore everything in this directory\n*\n');
  writeFileSync(ignore, 'mine\n');
  write(folder, { 'a.html': 'a' });
  expect(readFileSync(ignore, 'utf8')).toBe('mine\n');
});

test('a build that is cut short leaves files that the next one knows for its own', () => {
  const folder = temporaryFolder({ 'content/x.md': '', 'layouts/x.html': '', 'dist/mine.txt': 'mine' });
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: folder, flags: {}, environment: {}, reporter });
  const missing = {
    kind: 'static',
    path: '/b',
    source: { absolutePath: join(folder, 'nowhere') },
  } as StaticFile;
  const outputs: Output[] = [
    {
      kind: 'text',
      path: 'a.html',
      text: 'a',
      encoding: 'UTF-8',
      file: { kind: 'page', path: 'a.md' } as Page,
    },
    { kind: 'copy', path: 'b.png', file: missing },
  ];
  expect(() => writeSite(config, outputs, { hooks: hooksOf([]), reporter, onChange: () => {} })).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(`could not write file ${join(folder, 'dist/b.png')}: ENOENT`),
      diagnostic: expect.objectContaining({ file: join(folder, 'nowhere') }),
    }),
  );
  expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['a.html', 'mine.txt']);
  expect(write(folder, {}).changedPaths).toEqual(['a.html']);
  expect(readdirSync(join(folder, 'dist'))).toEqual(['mine.txt']);
});

test.each([
  ['a file where a folder must be', { 'dist/docs': 'mine' }, 'dist/docs stands where a folder must be'],
  ['a folder where a file must be', { 'dist/docs/a.html/b': 'mine' }, 'a.html stands where a file must be'],
])('%s that no build has written stops a build before it changes anything', (_, files, message) => {
  const folder = temporaryFolder({ 'content/x.md': '', 'layouts/x.html': '' });
  write(folder, { 'old.html': 'old' });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const before = readdirSync(join(folder, 'dist'), { recursive: true });
  expect(() => write(folder, { 'a.html': 'a', 'docs/a.html': 'a' })).toThrow(message);
  expect(readdirSync(join(folder, 'dist'), { recursive: true })).toEqual(before);
});

test('the output is said to have changed only when something in it did', () => {
  const folder = temporaryFolder();
  const changes = (texts: Readonly<Record<string, string>>): number => {
    let count = 0;
    write(folder, texts, [], () => {
      count++;
    });
    return count;
  };
  // The folder itself, and the file.
  expect(changes({ 'a.html': 'a' })).toBe(2);
  expect(changes({ 'a.html': 'a' })).toBe(0);
  expect(changes({})).toBe(1);
});

test('hooks may keep obsolete files, and see written ones with what was rendered', () => {
  const folder = temporaryFolder({ '_site/old.html': 'old', '_site/older.html': 'older' });
  const keeping: CleanHook = {
    owner: 'clean',
    event: 'on_obsolete',
    priority: 'normal',
    run: (paths) => {
      paths.splice(paths.indexOf(join(folder, '_site/old.html')), 1);
    },
  };
  expect(write(folder, {}, [keeping]).changedPaths).toEqual(['older.html']);
  const seen: unknown[] = [];
  const seeing = (owner: string): ItemHook => ({
    owner,
    event: 'post_write',
    priority: 'normal',
    run: ({ file, content, output }) => {
      seen.push([file.id, content, output]);
    },
  });
  const { site } = readFolder(
    temporaryFolder({
      '_config.yml': 'collections: {c: {output: false}}\n',
      ...{ 'a.md': '---\n---\n', '_posts/2024-01-01-b.md': '', '_c/d.md': '---\n---\n' },
    }),
  );
  const ids = ['page:a.md', 'posts:_posts/2024-01-01-b.md'];
  const effects = { carried: new Map(), pages: [], data: new Map() };
  const turn = {
    keys: { all: () => [] },
    effects,
    content: 'c',
    output: 'o',
    diagnostics: [],
    encoding: 'UTF-8',
  };
  const turns = new Map<string, Turn>(ids.map((id) => [id, { id, ...turn }]));
  runWriteHooks(site, site.pages, new Map(), { hooks: hooksOf([keeping]), markdownify: (text) => text });
  runWriteHooks(site, site.pages, turns, {
    hooks: hooksOf([seeing('pages'), seeing('documents')]),
    markdownify: (text) => text,
  });
  expect(seen).toEqual(ids.map((id) => [id, 'c', 'o']));
});
