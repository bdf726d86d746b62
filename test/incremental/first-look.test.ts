/** What a server writes before it builds must be what the build that follows would write. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type BuildResult, build, KeptEngines, loadConfig } from '../../src/build.js';
import type { Plugin } from '../../src/model/plugin.js';
import { allDocuments } from '../../src/site/site-files.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { randomSite } from './random-site.js';

const ENVIRONMENT = { SOURCE_DATE_EPOCH: '1718000000' };

/** A server's site: saves, first looks and builds. */
class Site {
  readonly folder: string;
  private readonly engines = new KeptEngines();
  private last!: BuildResult;

  constructor(
    files: Readonly<Record<string, string>>,
    private readonly plugins: readonly Plugin[] = [],
  ) {
    this.folder = temporaryFolder(files);
    onTestFinished(() => this.engines.dispose());
  }

  async build(...saved: readonly string[]): Promise<BuildResult> {
    const { reporter } = recordingReporter();
    const config = loadConfig({ directory: this.folder, flags: {}, environment: ENVIRONMENT, reporter });
    const changed = this.last === undefined ? null : saved.map((path) => join(this.folder, path));
    const parts = { config, reporter, engines: this.engines, plugins: this.plugins };
    const result = await build({ ...parts, changed, remembers: true, keepsGoing: true });
    if (result.ok) this.last = result;
    return result;
  }

  get canLook(): boolean {
    return this.last.firstLook !== null;
  }

  /** Everything that a tab may show. */
  get paths(): readonly string[] {
    return this.last.rendered.flatMap(({ site, pages }) =>
      [...pages, ...allDocuments(site)].map(({ outputPath }) => outputPath),
    );
  }

  look(saved: readonly string[], shown: readonly string[] = []): Promise<readonly string[]> {
    return this.last.firstLook!(
      saved.map((path) => join(this.folder, path)),
      new Set(shown),
    );
  }

  save(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  output(path: string): string {
    return readFileSync(join(this.folder, '_site', path), 'utf8');
  }
}

const FILES = {
  '_config.yml': 'title: Site\npermalink: /:title.html\nplugins: [jekyll-include-cache]\n',
  '_layouts/default.html': '<p>{{ site.title }}</p>{% cycle "odd", "even" %}{{ content }}',
  '_includes/note.html': 'note',
  '_posts/2024-01-01-a.md': '---\nlayout: default\n---\nAnna',
  '_posts/2024-01-02-b.md': '---\nlayout: default\n---\nBert\n\nmore',
  'index.html':
    '---\nlayout: default\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}{% include_cached note.html %}',
  '_data/nav.yml': 'a: 1',
  'plain.txt': 'plain',
};

test('a saved text is in its page before the build, which finds nothing more to write there', async () => {
  const site = new Site(FILES);
  await site.build();
  site.save('_posts/2024-01-02-b.md', '---\nlayout: default\n---\nBerta\n\nmore');
  expect(await site.look(['_posts/2024-01-02-b.md'])).toEqual(['b.html']);
  // In the state that the page before it leaves.
  expect(site.output('b.html')).toBe('<p>Site</p>even<p>Berta</p>\n\n<p>more</p>\n');
  expect(site.output('index.html')).toContain('Bert<');
  const { changedPaths } = await site.build('_posts/2024-01-02-b.md');
  expect(changedPaths).toEqual(['index.html']);
  expect(site.output('index.html')).toContain('Berta<');
});

test('a page that prints its own excerpt prints that of its new text, whoever printed it first', async () => {
  const site = new Site({
    ...FILES,
    '_posts/2024-01-01-a.md': '---\n---\n{{ page.next.excerpt }}',
    '_posts/2024-01-02-b.md': '---\n---\nBert {% if page %}{{ page.excerpt | size }}{% endif %}',
    '_layouts/default.html': '{{ page.excerpt }}',
  });
  site.save('_posts/2024-01-02-b.md', '---\nlayout: default\n---\nBert');
  await site.build();
  site.save('_posts/2024-01-02-b.md', '---\nlayout: default\n---\nBerta');
  expect(await site.look(['_posts/2024-01-02-b.md'])).toEqual(['b.html']);
  expect(site.output('b.html')).toBe('<p>Berta</p>\n');
});

test('of a layout and an include the pages that somebody looks at come first', async () => {
  const site = new Site(FILES);
  await site.build();
  site.save('_layouts/default.html', '<b>{{ content }}</b>');
  expect(await site.look(['_layouts/default.html'], ['a.html'])).toEqual(['a.html']);
  expect(site.output('a.html')).toBe('<b><p>Anna</p>\n</b>');
  expect(site.output('b.html')).toContain('<p>Site</p>');
  const { changedPaths } = await site.build('_layouts/default.html');
  expect([...changedPaths].sort()).toEqual(['b.html', 'index.html']);
  site.save('_includes/note.html', 'another');
  expect(await site.look(['_includes/note.html'], ['index.html'])).toEqual(['index.html']);
  expect(site.output('index.html')).toContain('another</b>');
  expect((await site.build('_includes/note.html')).changedPaths).toEqual([]);
});

test.each([
  ['front matter', '_posts/2024-01-01-a.md', '---\nlayout: default\ntitle: Other\n---\nAnna'],
  ['front matter that is gone', '_posts/2024-01-01-a.md', 'Anna'],
  ['front matter that cannot be read', '_posts/2024-01-01-a.md', '---\nlayout: [\n---\nAnna'],
  ['a text that does not render', '_posts/2024-01-01-a.md', '---\nlayout: default\n---\n{% nothing %}'],
  ['a layout that cannot be read', '_layouts/default.html', '---\n- a\n---\n{{ content }}'],
  ['a new page', 'new.md', '---\n---\nNew'],
  ['data', '_data/nav.yml', 'a: 2'],
  ['a static file', 'plain.txt', 'other'],
  ['the configuration', '_config.yml', 'title: Other\n'],
])('%s is left to the build', async (_, path, text) => {
  const site = new Site(FILES);
  await site.build();
  site.save(path, text);
  const before = site.output('a.html');
  expect(await site.look([path], site.paths)).toEqual([]);
  expect(site.output('a.html')).toBe(before);
});

test('what is gone is left to the build, and a page without its output', async () => {
  const site = new Site(FILES);
  await site.build();
  rmSync(join(site.folder, '_posts/2024-01-01-a.md'));
  expect(await site.look(['_posts/2024-01-01-a.md'], ['a.html'])).toEqual([]);
  site.save('_posts/2024-01-01-a.md', '---\nlayout: default\n---\nNew');
  rmSync(join(site.folder, '_site/a.html'));
  expect(await site.look(['_posts/2024-01-01-a.md'])).toEqual([]);
  expect(existsSync(join(site.folder, '_site/a.html'))).toBe(false);
});

test('after a save that breaks the site the next one is looked at by what was last good', async () => {
  const site = new Site(FILES);
  await site.build();
  site.save('_posts/2024-01-01-a.md', '---\nlayout: default\n---\n{% nothing %}');
  expect((await site.build('_posts/2024-01-01-a.md')).ok).toBe(false);
  site.save('_posts/2024-01-01-a.md', '---\nlayout: default\n---\nMended');
  expect(await site.look(['_posts/2024-01-01-a.md'])).toEqual(['a.html']);
  expect((await site.build('_posts/2024-01-01-a.md')).changedPaths).toEqual(['index.html']);
});

test('code of the user, who may do anything to a page, is left to the build', async () => {
  const plugin: Plugin = {
    name: 'mine',
    hooks: [{ on: 'page', event: 'pre_render', run: () => {} }],
  } as never;
  const site = new Site(FILES, [plugin]);
  await site.build();
  expect(site.canLook).toBe(false);
});

test('of random sites what was written first the build leaves as it is', { timeout: 600_000 }, async () => {
  const seen = { written: 0, corrected: 0 };
  await fc.assert(
    fc.asyncProperty(randomSite, fc.nat(), async (files, draw) => {
      const { '@environment': _, ...sources } = Object.fromEntries(files);
      const site = new Site(sources);
      if (!(await site.build()).ok) return;
      const texts = Object.keys(sources).filter((path) => /^(?!README).*\.(?:md|html)$/.test(path));
      for (const path of [texts[draw % texts.length]!, texts[(draw + 3) % texts.length]!]) {
        appendFileSync(join(site.folder, path), '\n\nOne *more*.\n');
        const first = site.canLook ? await site.look([path], site.paths) : [];
        const { changedPaths } = await site.build(path);
        seen.written += first.length;
        seen.corrected += first.filter((one) => changedPaths.includes(one)).length;
      }
    }),
    { numRuns: Number(process.env['REUSE_RUNS'] ?? 16), seed: Number(process.env['REUSE_SEED'] ?? 1) },
  );
  expect(seen.written).toBeGreaterThan(10);
  // Where a page before it leaves something else now, the first look could not know.
  expect(seen.corrected).toBeLessThan(seen.written / 4);
  if (process.env['REUSE_RUNS']) console.log(JSON.stringify(seen));
});
