import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import { prepareConfig } from '../../src/config/load.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { makeZip } from '../helpers/make-zip.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { startThemeServer, type ThemeServer } from '../helpers/theme-server.js';

const [COMMIT, LATER] = ['a'.repeat(40), 'b'.repeat(40)];

const THEME: Readonly<Record<string, string>> = {
  '_layouts/default.html': '{{ site.title }}|{{ site.theme }}|{{ site.data.words.a }}|{{ content }}',
  '_data/words.yml': 'a: one',
  '_config.yml': 'title: Of the theme',
  '_plugins/a.rb': 'raise',
  'assets/x.css': 'x {}',
  'docs/index.html': 'documentation',
  'name.gemspec': `Gem::Specification.new do |spec|
  spec.name = "name"
  spec.version = "1.2.3"
  spec.authors = ["Ann", 'Bob']
  spec.summary = "Short."
  spec.add_runtime_dependency "jekyll", "~> 4"
  spec.add_dependency("jekyll-seo-tag")
  spec.add_runtime_dependency 'jekyll-feed', "~> 0"
  spec.add_development_dependency "rake"
end
`,
};

const zip = (files: Readonly<Record<string, string>> = THEME, commit = COMMIT): Buffer =>
  makeZip(files, { comment: commit, top: 'name-main' });

function makeSite(settings: string, files: Record<string, string> = {}) {
  const folder = temporaryFolder({ '_config.yml': settings, 'cache/.keep': '', ...files });
  const environmentAt = (server: ThemeServer): Record<string, string> => ({
    XDG_CACHE_HOME: join(folder, 'cache'),
    HOME: folder,
    ...server.environment,
  });
  return {
    folder,
    readLock: () => JSON.parse(readFileSync(join(folder, '.utterson.lock'), 'utf8')),
    async prepare(
      server: ThemeServer,
      flags: Record<string, boolean> = {},
      more: Record<string, string> = {},
    ) {
      const { reporter, out, err } = recordingReporter();
      const environment = { ...environmentAt(server), ...more };
      const config = await prepareConfig({ directory: folder, flags, environment, reporter });
      return { config, out: out(), err: err() };
    },
    async build(server: ThemeServer) {
      const diagnostics: Diagnostic[] = [];
      const { ok } = await buildSite({
        directory: folder,
        environment: environmentAt(server),
        onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
      });
      const read = (path: string): string => readFileSync(join(folder, '_site', path), 'utf8');
      return { ok, diagnostics, read };
    },
  };
}

const PAGE = { 'a.html': '---\nlayout: default\n---\n{% seo %}{% feed_meta %}' };

describe('a remote theme', () => {
  test('gives layouts, data and assets, never its configuration', async () => {
    const server = await startThemeServer({ '/Owner/Name/zip/v1': zip() });
    const site = makeSite('remote_theme: Owner/Name@v1\n', PAGE);
    const { ok, read } = await site.build(server);
    expect(ok).toBe(true);
    expect(read('a.html')).toMatch(/^\|name\|one\|<!-- Begin Jekyll SEO/);
    expect(read('assets/x.css')).toBe('x {}');
    expect(readdirSync(join(site.folder, '_site')).sort()).toEqual(['a.html', 'assets', 'cache']);
    expect(server.asked).toEqual(['/Owner/Name/zip/v1']);
  });

  test('brings tags of the gems that it needs, and of their generators none unless Bundler loads the plugin', async () => {
    const server = await startThemeServer({ '/owner/name/zip/HEAD': zip() });
    const late = makeSite('remote_theme: owner/name\nplugins: [jekyll-remote-theme]\n', PAGE);
    expect((await late.build(server)).ok).toBe(true);
    expect(existsSync(join(late.folder, '_site/feed.xml'))).toBe(false);
    const Gemfile = 'group :jekyll_plugins do\n  gem "jekyll-remote-theme"\nend\n';
    const early = makeSite('remote_theme: owner/name\n', { ...PAGE, Gemfile });
    expect((await early.build(server)).ok).toBe(true);
    expect(existsSync(join(early.folder, '_site/feed.xml'))).toBe(true);
  });

  test('is described by lines of its specification', async () => {
    const server = await startThemeServer({ '/owner/name/zip/HEAD': zip() });
    const { config, out, err } = await makeSite('remote_theme: owner/name\n').prepare(server);
    expect(config.themeDescription).toMatchObject({
      version: '1.2.3',
      authors: ['Ann', 'Bob'],
      description: 'Short.',
      dependencies: ['jekyll-seo-tag', 'jekyll-feed'],
    });
    expect(out).toContain('Remote Theme: Using theme owner/name');
    expect(err).toContain('Ruby files of owner/name are not run: _plugins/a.rb.');
    expect(readdirSync(config.directories.theme!).sort()).toEqual([
      '.utterson-theme.json',
      '_data',
      '_layouts',
      'assets',
      'name.gemspec',
    ]);
  });

  test('is locked to the commit that the archive names, which is asked for from then on', async () => {
    const server = await startThemeServer({ '/owner/name/zip/HEAD': zip() });
    const site = makeSite('remote_theme: owner/name\n');
    await site.prepare(server);
    const { archives } = site.readLock();
    expect(archives).toEqual({
      'owner/name': { commit: COMMIT, tree: expect.stringMatching(/^[\da-f]{64}$/) },
    });
    server.serve({ '/owner/name/zip/HEAD': zip({ ...THEME, '_data/words.yml': 'a: two' }, LATER) });
    await site.prepare(server);
    const other = makeSite('remote_theme: owner/name\n', {
      '.utterson.lock': JSON.stringify({ version: 1, archives }),
    });
    server.serve({ [`/owner/name/zip/${COMMIT}`]: zip() });
    await other.prepare(server, { frozen: true });
    expect(server.asked).toEqual(['/owner/name/zip/HEAD', `/owner/name/zip/${COMMIT}`]);
  });

  test('of which the same commit has other files is refused, both sums named', async () => {
    const changed = zip({ ...THEME, 'assets/x.css': 'y {}' });
    const server = await startThemeServer({
      '/owner/name/zip/HEAD': zip(),
      [`/owner/name/zip/${COMMIT}`]: changed,
    });
    const site = makeSite('remote_theme: owner/name\n');
    await site.prepare(server);
    const { archives } = site.readLock();
    const { tree } = archives['owner/name'];
    const lock = { '.utterson.lock': JSON.stringify({ version: 1, archives }) };
    const other = makeSite('remote_theme: owner/name\n', lock);
    await expect(other.prepare(server)).rejects.toThrow(
      new RegExp(`should be ${tree}\nand came as  [\\da-f]{64}`),
    );
    server.serve({
      [`/owner/name/zip/${COMMIT}`]: makeZip(THEME, { comment: COMMIT, top: 'packed-otherwise' }),
    });
    await expect(other.prepare(server)).resolves.toBeDefined();
  });

  test('is asked for in lower case after a 404', async () => {
    const server = await startThemeServer({ '/owner/name/zip/main': zip() });
    await makeSite('remote_theme: OWNER/Name@MAIN\n').prepare(server);
    expect(server.asked).toEqual(['/OWNER/Name/zip/MAIN', '/owner/name/zip/main']);
  });

  test('that is not there is told in the words of the gem', async () => {
    const server = await startThemeServer();
    await expect(makeSite('remote_theme: owner/name\n').prepare(server)).rejects.toThrow(
      "The repository 'owner/name' could not be found. Please check that the repository name is correct",
    );
    await expect(makeSite('remote_theme: nothing\n').prepare(server)).rejects.toThrow(
      '"nothing" is not a valid remote theme',
    );
  });

  test('@latest is the latest release, else the newest commit', async () => {
    const server = await startThemeServer({
      '/repos/owner/name/releases/latest': '{"tag_name": "v3"}',
      '/owner/name/zip/v3': zip(),
      '/owner/name/zip/HEAD': zip(),
    });
    expect((await makeSite('remote_theme: owner/name@latest\n').prepare(server)).err).not.toContain(
      'No releases',
    );
    server.serve({ '/repos/owner/name/releases/latest': null });
    const { err } = await makeSite('remote_theme: owner/name@latest\n').prepare(server);
    expect(err).toContain('No releases found for owner/name, using HEAD');
    expect(server.asked.filter((path) => path.includes('/zip/'))).toEqual([
      '/owner/name/zip/v3',
      '/owner/name/zip/HEAD',
    ]);
  });

  test('counts before theme with the plugin, behind it without, and alone in any case', async () => {
    const server = await startThemeServer({ '/owner/name/zip/HEAD': zip() });
    const both = 'remote_theme: owner/name\ntheme: ./own\n';
    const own = { 'own/_layouts/a.html': '' };
    const { config, err } = await makeSite(both, own).prepare(server);
    expect(config.theme).toBe('./own');
    expect(err).toContain('`theme` counts, and `remote_theme` does not.');
    const nowhere = 'remote_theme: owner/name\ntheme: nowhere\nplugins: [jekyll-remote-theme]\n';
    expect((await makeSite(nowhere).prepare(server)).config.theme).toBe('name');
    expect(
      (await makeSite(`${both}safe: true\nplugins: [jekyll-remote-theme]\n`, own).prepare(server)).config
        .theme,
    ).toBe('./own');
    expect((await makeSite(nowhere).prepare(server, { github_pages: true })).config.theme).toBe('name');
  });

  test('may be a folder on this machine', async () => {
    const server = await startThemeServer();
    const site = makeSite('remote_theme: ./own\n', {
      'own/_layouts/default.html': '{{ content }}',
      'own/_config.yml': 'title: x',
    });
    const { config, out } = await site.prepare(server);
    expect(config.settings.get('title')).toBeUndefined();
    expect(config.directories.theme).toBe(join(site.folder, 'own'));
    expect(out).toContain('Using theme local/own');
    expect(server.asked).toEqual([]);
  });
});

describe('a theme that the Gemfile has from a repository', () => {
  test('comes as an archive, of the commit in the lock, its configuration counted', async () => {
    const server = await startThemeServer({ [`/owner/name/zip/${COMMIT}`]: zip() });
    const lock = `GIT\n  remote: https://github.com/owner/name.git\n  revision: ${COMMIT}\n  specs:\n    plain (1)\n`;
    const site = makeSite('theme: plain\n', {
      Gemfile: 'gem "plain", git: "https://github.com/owner/name.git", branch: "main"\n',
      'Gemfile.lock': lock,
    });
    const { config } = await site.prepare(server);
    expect(config.settings.get('title')).toBe('Of the theme');
    expect(site.readLock().archives['owner/name@main'].commit).toBe(COMMIT);
  });

  test('is not fetched from another host', async () => {
    const server = await startThemeServer();
    const site = makeSite('theme: plain\n', { Gemfile: 'gem "plain", git: "https://gitlab.com/a/b"\n' });
    await expect(site.prepare(server)).rejects.toThrow(
      'The gem plain is not fetched from https://gitlab.com/a/b.',
    );
    expect(server.asked).toEqual([]);
  });
});
