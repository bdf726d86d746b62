import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import type { StagedText } from '../../src/model/output.js';
import type { Page } from '../../src/model/page.js';
import type { Plugin } from '../../src/model/plugin.js';
import { thisProcess } from '../../src/reuse/owner.js';
import { digest } from '../../src/write/manifest.js';
import { Staging } from '../../src/write/staging.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const page = { kind: 'page', path: 'a.md', outputPath: 'a.html' } as Page;

/** Puts each output aside at once, and holds so many UTF-16 units in memory. */
function stagingIn(folder: string, held = 0): Staging {
  return new Staging({ destination: join(folder, 'out/site'), cache: join(folder, 'cache') }, null, {
    held,
    batch: 0,
  });
}

test('an output waits in the destination and is moved to its place', () => {
  const folder = temporaryFolder();
  const staging = stagingIn(folder);
  const staged = staging.keep(page, 'é', 'UTF-8') as StagedText;
  expect(readdirSync(join(folder, 'out/site'))).toEqual([expect.stringMatching(/^\.utterson-staging-/)]);
  expect([staged.read(), staged.file]).toEqual(['é', expect.objectContaining({ size: 2, isInPlace: false })]);
  const destination = join(folder, 'out/site');
  staged.moveTo(destination, 'a.html', join(destination, 'a.html.tmp'));
  staging.discard();
  expect(readdirSync(join(folder, 'out/site'))).toEqual(['a.html']);
  expect(staged.read()).toBe('é');
});

test('nothing is left of what never came to its place', () => {
  const folder = temporaryFolder();
  const staging = stagingIn(folder);
  staging.keep(page, 'a', 'UTF-8');
  staging.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('outputs are put aside when enough of them are together, and read all the same before', () => {
  const folder = temporaryFolder();
  const staging = new Staging({ destination: join(folder, 'out'), cache: folder }, null, {
    held: 0,
    batch: 6,
  });
  const texts = ['ab', 'c', 'd', 'e'];
  const staged = texts.slice(0, 2).map((text) => staging.keep(page, text, 'UTF-8') as StagedText);
  expect(existsSync(join(folder, 'out'))).toBe(false);
  staged.push(...texts.slice(2).map((text) => staging.keep(page, text, 'UTF-8') as StagedText));
  expect(staged.map(({ file }) => file?.size)).toEqual([2, 1, 1, undefined]);
  expect(staged.map((text) => text.read())).toEqual(texts);
  staging.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('an output larger than a batch is put aside at once, with what waits before it', () => {
  const folder = temporaryFolder();
  const staging = new Staging({ destination: join(folder, 'out'), cache: folder }, null, {
    held: 0,
    batch: 6,
  });
  const staged = ['a', '“large”'].map((text) => staging.keep(page, text, 'UTF-8') as StagedText);
  expect(staged.map(({ file }) => file?.size)).toEqual([1, 11]);
  expect(staged.map((text) => text.read())).toEqual(['a', '“large”']);
  staging.discard();
});

test('texts that UTF-8 cannot give back, and outputs that are not written, stay in memory', () => {
  const staging = stagingIn(temporaryFolder());
  expect(staging.keep(page, 'a\udce9', 'UTF-8')).toBe('a\udce9');
  expect(staging.keep(page, 'é', 'ISO-8859-1')).toBe('é');
  expect(staging.keep({ ...page, kind: 'document', isWritten: false } as never, 'a', 'UTF-8')).toBe('a');
});

test('a file that was changed while it waited is not taken for the text', () => {
  const folder = temporaryFolder();
  const staged = stagingIn(folder).keep(page, 'a', 'UTF-8') as StagedText;
  const [name] = readdirSync(join(folder, 'out/site'));
  writeFileSync(join(folder, 'out/site', name!, '0'), 'b');
  expect(() => staged.read()).toThrow('was changed by somebody else while the site was built');
});

test('held texts stay in memory while there is room, and come back from the disk', () => {
  const staging = stagingIn(temporaryFolder(), 4);
  const texts = ['abc', 'dé', 'f', '“g”'];
  const held = texts.map((text) => staging.hold(text));
  expect(held.map((text) => typeof text)).toEqual(['string', 'object', 'string', 'object']);
  expect(held.map((text) => (typeof text === 'string' ? text : text.read()))).toEqual(texts);
  staging.discard();
});

test('what a killed build left goes at the next; what a running one has stays', () => {
  const folder = temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const machine = digest(thisProcess().host).slice(0, 8);
  const running = `.utterson-staging-${machine}-${process.ppid}-x`;
  const elsewhere = `.utterson-staging-00000000-${pid}-x`;
  for (const name of [`.utterson-staging-${machine}-${pid}-x`, running, elsewhere]) {
    mkdirSync(join(folder, 'out/site', name), { recursive: true });
    writeFileSync(join(folder, 'out/site', name, '0'), 'x');
  }
  stagingIn(folder);
  expect(readdirSync(join(folder, 'out/site')).sort()).toEqual([running, elsewhere].sort());
});

async function buildFolder(directory: string, plugin: Plugin = { name: 'none' }): Promise<boolean> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
  return (await build({ config, reporter, plugins: [plugin] })).ok;
}

test('a first build that fails makes no destination; a later one leaves it as it was', async () => {
  const folder = temporaryFolder({ 'a.html': '---\n---\na', 'b.html': '---\n---\n{% nothing %}' });
  expect(await buildFolder(folder)).toBe(false);
  expect(existsSync(join(folder, '_site'))).toBe(false);
  writeFileSync(join(folder, 'b.html'), '---\n---\nb');
  expect(await buildFolder(folder)).toBe(true);
  writeFileSync(join(folder, 'a.html'), '---\n---\nnew');
  writeFileSync(join(folder, 'b.html'), '---\n---\n{% nothing %}');
  expect(await buildFolder(folder)).toBe(false);
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(['a.html', 'b.html']);
  expect(readFileSync(join(folder, '_site/a.html'), 'utf8')).toBe('a');
});

test('templates and hooks see outputs that wait, and those that are in their place from the build before', async () => {
  const folder = temporaryFolder({
    '_posts/2024-01-01-a.html': '---\nlayout: l\n---\n“a”',
    '_layouts/l.html': '[{{ content }}]',
    'list.html': '---\n---\n{% for post in site.posts %}{{ post.output }}{{ post.content }}{% endfor %}',
  });
  const seen: unknown[] = [];
  const plugin: Plugin = {
    name: 'test',
    hooks: [
      { owner: 'posts', event: 'post_write', priority: 'normal', run: ({ output }) => seen.push(output) },
    ],
  };
  for (let build = 0; build < 2; build++) {
    expect(await buildFolder(folder, plugin)).toBe(true);
    expect(readFileSync(join(folder, '_site/list.html'), 'utf8')).toBe('[“a”]“a”');
  }
  expect(seen).toEqual(['[“a”]', '[“a”]']);
});

test('outputs of more than a batch come to their places, at the second build too', async () => {
  const text = 'x'.repeat(2 ** 21);
  const names = ['a', 'b', 'c', 'd', 'e'];
  const folder = temporaryFolder(
    Object.fromEntries(names.map((name) => [`${name}/${name}.html`, `---\n---\n${name}${text}`])),
  );
  const written = names.map((name) => `${name}/${name}.html`);
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: folder, flags: {}, environment: {}, reporter });
  const first = await build({ config, reporter });
  expect([first.ok, first.changedPaths, first.unchanged]).toEqual([true, written, 0]);
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(folder, `_site/${name}/${name}.html`), 'utf8') === name + text).toBe(true);
  writeFileSync(join(folder, 'b/b.html'), `---\n---\nnew${text}`);
  const second = await build({ config, reporter });
  expect([second.ok, second.changedPaths, second.unchanged]).toEqual([true, ['b/b.html'], 4]);
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(names);
});
