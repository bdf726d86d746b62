import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type BuildResult, build, loadConfig } from '../src/build.js';
import type { Plugin } from '../src/model/plugin.js';
import type { Value } from '../src/ruby/value.js';
import { recordingReporter } from './helpers/recording-reporter.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

function put(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function run(flags: Record<string, Value> = {}, plugins: readonly Plugin[] = []): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: root, flags, environment: {}, reporter });
  return build({ config, reporter, plugins });
}

function output(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('a build', () => {
  test('puts pages through Liquid, Markdown and layouts', async () => {
    put({
      'index.md': '---\nlayout: default\ntitle: Home\n---\n# {{ page.title }}\n',
      '_layouts/default.html': '<title>{{ page.title }}</title>{{ content }}',
    });
    const result = await run();
    expect(output('_site/index.html')).toBe('<title>Home</title><h1 id="home">Home</h1>\n');
    expect(result).toMatchObject({ pages: 1, written: 1, unchanged: 0, changedPaths: ['index.html'] });
  });

  test('tells of every page that fails, each cause once, and leaves the output as it was', async () => {
    put({ 'a.html': '---\n---\nfine' });
    await run();
    put({
      'a.html': '---\n---\nnew',
      'b.html': '---\n---\n{% include nope.html %}',
      'c.html': '---\nlayout: bad\n---\n',
      'd.html': '---\nlayout: bad\n---\n',
      '_layouts/bad.html': '{% frobnicate %}',
    });
    const { diagnostics, written } = await run();
    expect(diagnostics.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'b.html:3',
      '_layouts/bad.html:1',
    ]);
    expect(written).toBe(0);
    expect(output('_site/a.html')).toBe('fine');
    expect(existsSync(join(root, '_site/b.html'))).toBe(false);
  });

  test('with --strict does not let warnings pass', async () => {
    put({ 'a.html': '---\nlayout: nope\n---\n' });
    expect((await run({ strict: true })).written).toBe(0);
    expect((await run()).written).toBe(1);
  });

  test('writes the last of several files with one destination, and says so', async () => {
    put({ 'a.html': '---\npermalink: /x.html\n---\nA', 'b.html': '---\npermalink: /x.html\n---\nB' });
    const { diagnostics } = await run();
    expect(diagnostics.map(({ code }) => code)).toEqual(['destination-conflict']);
    expect(output('_site/x.html')).toBe('B');
  });

  test('compiles Sass, with a source map beside the style sheet', async () => {
    put({
      'main.scss': '---\n---\n@use "a";\n.m { color: red }\n',
      '_sass/_a.scss': '.a { margin: 1px + 1px }\n',
    });
    await run();
    expect(output('_site/main.css')).toBe(
      '.a {\n  margin: 2px;\n}\n\n.m {\n  color: red;\n}\n\n/*# sourceMappingURL=main.css.map */',
    );
    expect(JSON.parse(output('_site/main.css.map'))).toMatchObject({
      version: 3,
      sources: ['_sass/_a.scss', 'main.scss'],
      file: 'main.css',
    });
  });

  test('points at the place in a style sheet that Sass cannot read', async () => {
    put({ 'main.scss': '---\ntitle: x\n---\n.a {\n  color: $nope;\n}\n' });
    const { diagnostics } = await run();
    expect(diagnostics[0]).toMatchObject({
      code: 'conversion-error',
      file: 'main.scss',
      line: 5,
      column: 10,
    });
  });
});

describe('a destination outside the site', () => {
  test('is refused while it holds files of unknown origin, and ours from then on', async () => {
    put({ 'site/a.html': '---\n---\na', 'site/b/c.html': '---\n---\nc' });
    const elsewhere = { source: join(root, 'site'), destination: join(root, 'out') };
    put({ 'out/.keep': '' });
    const { ok, diagnostics } = await run(elsewhere);
    expect(ok).toBe(false);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('holds a file that no build has written'),
    ]);
    expect((await run({ ...elsewhere, force: true })).written).toBe(2);
    expect((await run(elsewhere)).unchanged).toBe(2);
  });

  test.each([false, true])(
    'is refused before a page is rendered, whether or not builds remember nothing: %s',
    async (disable_disk_cache) => {
      put({ 'site/a.html': '---\n---\na', 'out/thesis.txt': 'mine' });
      const rendered: string[] = [];
      const watching: Plugin = {
        name: 'watching',
        hooks: [
          { owner: 'pages', event: 'pre_render', priority: 'normal', run: () => rendered.push('a page') },
        ],
      };
      const flags = { source: join(root, 'site'), destination: join(root, 'out'), disable_disk_cache };
      const { diagnostics } = await run(flags, [watching]);
      expect(diagnostics.map(({ code }) => code)).toEqual(['destination-not-ours']);
      expect(rendered).toEqual([]);
    },
  );

  test('may hold what a build without memory wrote, source maps too', async () => {
    put({ 'site/a.scss': '---\n---\na { b: c }' });
    const flags = { source: join(root, 'site'), destination: join(root, 'out'), disable_disk_cache: true };
    expect((await run(flags)).written).toBe(2);
    expect((await run(flags)).ok).toBe(true);
    put({ 'out/thesis.txt': 'mine' });
    expect((await run(flags)).diagnostics.map(({ code }) => code)).toEqual(['destination-not-ours']);
  });
});

/** A plugin that fails at one page in a way nobody foresaw. */
const failing: Plugin = {
  name: 'failing',
  hooks: [
    {
      owner: 'pages',
      event: 'pre_render',
      priority: 'normal',
      run({ file }) {
        if (file.path === 'b.html') throw new TypeError('oops');
      },
    },
  ],
};

test('an error nobody foresaw is told with its page, and the other pages are tried', async () => {
  put({ 'b.html': '---\n---\nfine', 'c.html': '---\n---\n{% include nope.html %}' });
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: root, flags: {}, environment: {}, reporter });
  const { ok, diagnostics } = await build({ config, reporter, plugins: [failing] });
  expect(ok).toBe(false);
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ['hook-failed', 'b.html'],
    ['liquid-exception', 'c.html'],
  ]);
});

describe('a site of our own shape', () => {
  beforeEach(() => {
    put({
      'content/index.html': '---\n---\npage',
      'layouts/default.html': '{{ content }}',
      'public/robots.txt': 'robots',
      'public/index.html': 'static',
    });
  });

  test('copies public/, where pages win', async () => {
    const { diagnostics } = await run();
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['index.html', 'robots.txt']);
    expect(output('dist/index.html')).toBe('page');
    expect(diagnostics.map(({ code }) => code)).toEqual(['destination-conflict']);
  });

  test('does not build with front matter that cannot be read, unless told to, and tells all of it', async () => {
    put({
      'content/a.md': '---\ntitle: a: b\n---\n',
      'content/_posts/2024-01-01-b.md': '---\ntitle: [\n---\n',
    });
    const { ok, diagnostics } = await run();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect([ok, errors.map(({ code }) => code).sort()]).toEqual([
      false,
      ['front-matter-in-document', 'front-matter-in-page'],
    ]);
    put({ '_config.yml': 'strict_front_matter: false\n' });
    expect((await run()).ok).toBe(true);
  });

  test('removes only what a build of ours wrote; a loser returns when the winner goes', async () => {
    await run();
    put({ 'dist/notes.txt': 'mine' });
    rmSync(join(root, 'content/index.html'));
    rmSync(join(root, 'public/robots.txt'));
    const { removed } = await run();
    expect(removed).toBe(1);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['index.html', 'notes.txt']);
    expect(output('dist/index.html')).toBe('static');
  });
});
