import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import { listThemes, updateThemes, vendorThemes } from '../../src/config/keep-themes.js';
import { prepareConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';
import { makeGem } from '../helpers/make-gem.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { gemAnswers, sha256, startThemeServer, type ThemeServer } from '../helpers/theme-server.js';

/** A gem of a theme with one layout, which names its version. */
function plain(version: string, files: Record<string, string> = {}): Buffer {
  const layout = `${version} {{ content }}`;
  const dependencies = { jekyll: ['>= 3'], 'jekyll-seo-tag': ['~> 2.0'] };
  return makeGem({
    name: 'plain',
    version,
    files: { '_layouts/default.html': layout, ...files },
    dependencies,
  });
}

interface Prepared {
  readonly config: Config;
  readonly out: string;
  readonly err: string;
}

interface PrepareOptions {
  readonly flags?: Record<string, boolean>;
  readonly environment?: Record<string, string>;
}

/** A site's folder, and the cache of its user. */
function makeSite(files: Record<string, string>) {
  const folder = temporaryFolder({ '_config.yml': 'theme: plain\n', 'cache/.keep': '', ...files });
  const cache = join(folder, 'cache');
  const lock = join(folder, '.utterson.lock');
  return {
    folder,
    cache,
    readLock: () => JSON.parse(readFileSync(lock, 'utf8')),
    hasLock: () => existsSync(lock),
    async prepare(
      server: ThemeServer,
      { flags = {}, environment = {} }: PrepareOptions = {},
    ): Promise<Prepared> {
      const { reporter, out, err } = recordingReporter();
      const config = await prepareConfig({
        directory: folder,
        flags,
        environment: { XDG_CACHE_HOME: cache, HOME: folder, ...server.environment, ...environment },
        reporter,
      });
      return { config, out: out(), err: err() };
    },
  };
}

describe('a theme from the gem server', () => {
  test('is fetched once, locked, and then neither fetched nor asked for', async () => {
    const files = { '1.0.0': plain('1.0.0'), '1.1.0': plain('1.1.0'), '2.0.0.rc1': plain('2.0.0.rc1') };
    const server = await startThemeServer(gemAnswers('plain', files));
    const site = makeSite({});
    const { config, out } = await site.prepare(server);
    expect(server.asked).toEqual(['/info/plain', '/gems/plain-1.1.0.gem']);
    expect(out).toContain('Theme: fetching plain from 127.0.0.1:');
    expect(out).toMatch(/plain 1\.1\.0: [\d.]+ kB fetched, 1 files, 0\.0 kB unpacked/);
    expect(readdirSync(join(config.directories.theme!, '_layouts'))).toEqual(['default.html']);
    expect(config.themeDescription).toMatchObject({ version: '1.1.0', dependencies: ['jekyll-seo-tag'] });
    expect(site.readLock()).toEqual({
      version: 1,
      gems: {
        plain: {
          url: `${server.url}/gems/plain-1.1.0.gem`,
          version: '1.1.0',
          sha256: sha256(files['1.1.0']),
        },
      },
      archives: {},
    });
    server.serve(gemAnswers('plain', { ...files, '1.2.0': plain('1.2.0') }));
    const again = await site.prepare(server);
    expect(server.asked).toHaveLength(2);
    expect(again.config.themeDescription?.version).toBe('1.1.0');
    expect(again.out).not.toContain('fetching');
  });

  test('is built with, its plugins on', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const site = makeSite({ 'a.html': '---\nlayout: default\ntitle: A\n---\n{% seo %}' });
    const { ok } = await buildSite({
      directory: site.folder,
      environment: { XDG_CACHE_HOME: site.cache, ...server.environment },
    });
    expect(ok).toBe(true);
    expect(readFileSync(join(site.folder, '_site/a.html'), 'utf8')).toMatch(
      /^1\.0\.0 <!-- Begin Jekyll SEO tag/,
    );
    expect(existsSync(join(site.folder, '_site/.utterson.lock'))).toBe(false);
  });

  test("has the version of the Gemfile's lock, else one that the Gemfile asks for", async () => {
    const files = { '1.0.0': plain('1.0.0'), '1.5.0': plain('1.5.0'), '2.0.0': plain('2.0.0') };
    const server = await startThemeServer(gemAnswers('plain', files));
    const versionOf = async (more: Record<string, string>) =>
      (await makeSite(more).prepare(server)).config.themeDescription?.version;
    expect(await versionOf({ Gemfile: 'gem "plain", "~> 1.0"\n' })).toBe('1.5.0');
    const lock = 'GEM\n  specs:\n    plain (1.0.0)\n';
    expect(await versionOf({ Gemfile: 'gem "plain"\n', 'Gemfile.lock': lock })).toBe('1.0.0');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a version that is gone',
      { 'Gemfile.lock': 'GEM\n  specs:\n    plain (0.9)\n' },
      /nearest that it has is 1\.0\.0/,
    ],
    [
      'a version that never was',
      { Gemfile: 'gem "plain", "> 7"\n' },
      /asks for version > 7\. The last .* are 1\.0\.0/,
    ],
    ['a gem that is not there', { '_config.yml': 'theme: other\n' }, /has no gem of that name/],
  ])('says what is wrong with %s', async (_, files, hint) => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    await expect(makeSite(files).prepare(server)).rejects.toMatchObject({
      diagnostic: { hint: expect.stringMatching(hint) },
    });
  });

  test('must be what the index says, what our lock says and what the Gemfile says', async () => {
    const [good, bad] = [plain('1.0.0'), plain('1.0.0', { 'assets/x.js': 'x' })];
    const answers = gemAnswers('plain', { '1.0.0': good });
    const server = await startThemeServer({ ...answers, '/gems/plain-1.0.0.gem': bad });
    const sums = new RegExp(`should be ${sha256(good)}\nand came as  ${sha256(bad)}`);
    const damaged = { message: expect.stringMatching(sums), hint: expect.stringContaining('another server') };
    await expect(makeSite({}).prepare(server)).rejects.toMatchObject({ diagnostic: damaged });
    const entry = { url: `${server.url}/gems/plain-1.0.0.gem`, version: '1.0.0', sha256: sha256(good) };
    const locked = { '.utterson.lock': JSON.stringify({ version: 1, gems: { plain: entry } }) };
    const exchanged = {
      message: expect.stringMatching(sums),
      hint: expect.stringContaining('themes update'),
    };
    await expect(makeSite(locked).prepare(server)).rejects.toMatchObject({ diagnostic: exchanged });
    server.serve(gemAnswers('plain', { '1.0.0': bad }));
    const checksums = `GEM\n  specs:\n    plain (1.0.0)\n\nCHECKSUMS\n  plain (1.0.0) sha256=${sha256(good)}\n`;
    const site = makeSite({ Gemfile: '', 'Gemfile.lock': checksums });
    await expect(site.prepare(server)).rejects.toThrow("is not what the Gemfile's lock says");
    expect(site.hasLock()).toBe(false);
  });

  test('from a server without checksums is told of, and its own sum locked', async () => {
    const file = plain('1.0.0');
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': file }, { hasChecksums: false }));
    const site = makeSite({});
    const { err } = await site.prepare(server);
    expect(err.match(/gives no checksums/g)).toHaveLength(1);
    expect(site.readLock().gems.plain.sha256).toBe(sha256(file));
  });

  test('is another one from another server, though its name is the same', async () => {
    const one = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const other = await startThemeServer(
      gemAnswers('plain', { '1.0.0': plain('1.0.0', { 'assets/x.js': '' }) }),
    );
    const cache = join(temporaryFolder({ 'c/a': '' }), 'c');
    const environment = { XDG_CACHE_HOME: cache };
    const first = await makeSite({}).prepare(one, { environment });
    const second = await makeSite({}).prepare(other, { environment });
    expect(existsSync(join(first.config.directories.theme!, 'assets'))).toBe(false);
    expect(existsSync(join(second.config.directories.theme!, 'assets'))).toBe(true);
  });

  test('that another site fetched is taken from the cache, offline, too, and locked', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const environment = { XDG_CACHE_HOME: join(temporaryFolder({ 'c/a': '' }), 'c') };
    await makeSite({}).prepare(server, { environment });
    const site = makeSite({});
    await site.prepare(server, { environment, flags: { offline: true } });
    expect(server.asked).toHaveLength(2);
    expect(site.readLock().gems.plain.version).toBe('1.0.0');
  });

  test('lies in the cache read-only', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const { config } = await makeSite({}).prepare(server);
    const modes = ['', '_layouts', '_layouts/default.html'].map(
      (path) => statSync(join(config.directories.theme!, path)).mode & 0o222,
    );
    expect(modes).toEqual([0, 0, 0]);
  });

  test('offline and not there says where it was looked for, and how to vendor it', async () => {
    const server = await startThemeServer();
    await expect(makeSite({}).prepare(server, { flags: { offline: true } })).rejects.toMatchObject({
      diagnostic: {
        message: expect.stringContaining('The plain theme could not be found'),
        hint: expect.stringMatching(/node_modules of .*installed gems.*cache.*utterson themes vendor/),
      },
    });
    expect(server.asked).toEqual([]);
  });

  test('is locked before --frozen lets it be', async () => {
    const server = await startThemeServer(
      gemAnswers('plain', { '1.0.0': plain('1.0.0'), '2.0.0': plain('2.0.0') }),
    );
    const site = makeSite({ Gemfile: 'gem "plain", "< 2"\n' });
    const frozen = { flags: { frozen: true } };
    await expect(site.prepare(server, frozen)).rejects.toThrow('does not hold plain');
    await site.prepare(server);
    await expect(site.prepare(server, frozen)).resolves.toBeDefined();
    writeFileSync(join(site.folder, 'Gemfile'), 'gem "plain", ">= 2"\n');
    await expect(site.prepare(server, frozen)).rejects.toThrow('holds another than what the site wants');
    expect((await site.prepare(server)).config.themeDescription?.version).toBe('2.0.0');
    expect(site.readLock().gems.plain.version).toBe('2.0.0');
  });

  test('has its configuration count, and Ruby files of its own told of', async () => {
    const files = { '_config.yml': 'plain: {color: red}\n', '_plugins/a.rb': 'x' };
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0', files) }));
    const site = makeSite({});
    const { config, err } = await site.prepare(server);
    expect(config.settings.get('plain')).toEqual(new Map([['color', 'red']]));
    expect(err).toContain('Ruby files of plain are not run: _plugins/a.rb.');
    expect((await site.prepare(server)).err).toContain('are not run');
  });

  test.each(['http://gems.example.org', 'ftp://gems.example.org', 'http://127.0.0.1:1'])(
    'is not asked for at %s',
    async (address) => {
      const server = await startThemeServer();
      const site = makeSite({ '_config.yml': `theme: plain\nutterson: {gem_server: "${address}"}\n` });
      const environment = { UTTERSON_GEM_SERVER: '' };
      await expect(site.prepare(server, { environment })).rejects.toThrow(`is not fetched from ${address}.`);
    },
  );

  test('that is damaged is refused, with nothing left behind', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': Buffer.from('no gem') }));
    const site = makeSite({});
    await expect(site.prepare(server)).rejects.toThrow(/The archive of plain is refused: .+\./);
    expect(readdirSync(site.cache).filter((name) => name !== '.keep' && name !== 'utterson')).toEqual([]);
    expect(site.hasLock()).toBe(false);
  });

  test('has no room in a cache that is no folder, which is told', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const site = makeSite({});
    const cache = join(site.folder, '_config.yml');
    await expect(site.prepare(server, { environment: { XDG_CACHE_HOME: cache } })).rejects.toMatchObject({
      diagnostic: {
        message: expect.stringContaining(`The cache ${cache}/utterson cannot be written to: E`),
        hint: expect.stringContaining('XDG_CACHE_HOME'),
      },
    });
    expect(site.hasLock()).toBe(false);
  });

  test('is not asked of the server when the Gemfile has it in a folder', async () => {
    const server = await startThemeServer();
    const own = makeSite({ Gemfile: 'gemspec\n', 'plain.gemspec': '', '_layouts/a.html': '' });
    expect((await own.prepare(server)).config.directories.theme).toBe(own.folder);
    const beside = makeSite({ Gemfile: 'gem "plain", path: "themes/p"\n', 'themes/p/_layouts/a.html': '' });
    expect((await beside.prepare(server)).config.directories.theme).toBe(join(beside.folder, 'themes/p'));
    expect(server.asked).toEqual([]);
  });
});

describe('a lock', () => {
  test.each(['{', '[]', '{"version": 9}', '{"version": 1, "gems": {"a": {"version": "../.."}}}'])(
    'that is none stops the build: %s',
    async (text) => {
      const server = await startThemeServer();
      await expect(makeSite({ '.utterson.lock': text }).prepare(server)).rejects.toThrow(
        '.utterson.lock cannot be read',
      );
    },
  );

  test('that cannot be written is told once, and the site built', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const site = makeSite({});
    // Who may write everywhere, may not where a folder stands.
    mkdirSync(join(site.folder, '.utterson.lock'));
    const { err } = await site.prepare(server);
    expect(err).toContain('is not locked');
    expect(err).toContain('"sha256"');
  });
});

describe('utterson themes', () => {
  const options = (site: ReturnType<typeof makeSite>, server: ThemeServer) => ({
    directory: site.folder,
    flags: {},
    environment: { XDG_CACHE_HOME: site.cache, HOME: site.folder, ...server.environment },
    reporter: recordingReporter().reporter,
  });

  test('update takes the newest there is, also where another site has an older one', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const site = makeSite({});
    await site.prepare(server);
    expect(listThemes(options(site, server))).toEqual([
      { name: 'plain', state: '1.0.0', before: null, vendored: null },
    ]);
    server.serve(gemAnswers('plain', { '1.0.0': plain('1.0.0'), '1.1.0': plain('1.1.0') }));
    expect(await updateThemes(options(site, server), [])).toEqual([
      { name: 'plain', state: '1.1.0', before: '1.0.0', vendored: null },
    ]);
    expect((await site.prepare(server)).config.themeDescription?.version).toBe('1.1.0');
  });

  test('update of what the site does not name is refused, with what it names', async () => {
    const server = await startThemeServer();
    await expect(updateThemes(options(makeSite({}), server), ['other'])).rejects.toMatchObject({
      diagnostic: { code: 'theme-not-named', hint: 'It names plain.' },
    });
    expect(server.asked).toEqual([]);
  });

  test('update leaves a copy in the site as it is, and does not use it any more', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const site = makeSite({});
    await vendorThemes(options(site, server));
    expect(listThemes(options(site, server))).toMatchObject([{ vendored: '_theme/plain' }]);
    server.serve(gemAnswers('plain', { '1.0.0': plain('1.0.0'), '1.1.0': plain('1.1.0') }));
    expect(await updateThemes(options(site, server), ['plain'])).toEqual([
      { name: 'plain', state: '1.1.0', before: '1.0.0', vendored: '_theme/plain' },
    ]);
    expect(readFileSync(join(site.folder, '_theme/plain/_layouts/default.html'), 'utf8')).toMatch(/^1\.0\.0/);
    expect((await site.prepare(server)).config.themeDescription?.version).toBe('1.1.0');
  });

  test('vendor copies it into the site, where it is found without cache and network', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    const site = makeSite({ 'a.html': '---\nlayout: default\n---\nx' });
    expect(await vendorThemes(options(site, server))).toEqual([{ name: 'plain', folder: '_theme/plain' }]);
    writeFileSync(join(site.folder, '_theme/plain/_layouts/default.html'), 'ours {{ content }}');
    const environment = { XDG_CACHE_HOME: join(site.folder, 'nowhere') };
    const { ok } = await buildSite({ directory: site.folder, flags: { offline: true }, environment });
    expect([ok, readFileSync(join(site.folder, '_site/a.html'), 'utf8')]).toEqual([true, 'ours x']);
    expect(existsSync(join(site.folder, '_site/_theme'))).toBe(false);
  });

  test('vendor says where it could not write', async () => {
    const server = await startThemeServer(gemAnswers('plain', { '1.0.0': plain('1.0.0') }));
    // Who may write everywhere, may not where a file stands.
    const site = makeSite({ _theme: '' });
    await expect(vendorThemes(options(site, server))).rejects.toThrow(
      /^plain could not be copied to _theme\/plain: E/,
    );
    expect(site.readLock().gems.plain.vendored).toBeUndefined();
  });

  test('vendor and list have nothing to say of a theme that nobody fetched', async () => {
    const site = makeSite({ '_config.yml': 'theme: ./own\n', 'own/_layouts/a.html': '' });
    const server = await startThemeServer();
    expect(await vendorThemes(options(site, server))).toEqual([{ name: './own', folder: null }]);
    expect(listThemes(options(site, server))).toEqual([
      { name: './own', state: null, before: null, vendored: null },
    ]);
  });
});

test('gems of style sheets that the Gemfile names are found by Sass, and one that cannot be had is a warning', async () => {
  const bourbon = makeGem({ name: 'bourbon', version: '7.0.0', files: { 'core/_bourbon.scss': '$x: red;' } });
  const server = await startThemeServer(gemAnswers('bourbon', { '7.0.0': bourbon }));
  const site = makeSite({
    '_config.yml': '',
    Gemfile: 'gem "bourbon"\ngem "neat"\n',
    'a.scss': '---\n---\n@use "bourbon";\na { color: bourbon.$x }',
  });
  const diagnostics: string[] = [];
  const { ok } = await buildSite({
    directory: site.folder,
    environment: { XDG_CACHE_HOME: site.cache, ...server.environment },
    onDiagnostic: ({ severity, message }) => diagnostics.push(`${severity}: ${message}`),
  });
  expect(ok).toBe(true);
  expect(readFileSync(join(site.folder, '_site/a.css'), 'utf8')).toContain('color: red');
  expect(diagnostics).toEqual(['warning: The gem neat could not be found.']);
});

test('the default theme of GitHub Pages that cannot be had is a warning, one that is named an error', async () => {
  const server = await startThemeServer();
  const { config, err } = await makeSite({ '_config.yml': '' }).prepare(server, {
    flags: { github_pages: true },
  });
  expect(config.directories.theme).toBeNull();
  expect(err).toContain('The jekyll-theme-primer theme could not be found.');
  const named = makeSite({ '_config.yml': 'theme: jekyll-theme-primer\n' });
  await expect(named.prepare(server, { flags: { github_pages: true } })).rejects.toThrow(
    'jekyll-theme-primer',
  );
  const files = { '0.2.0': makeGem({ name: 'jekyll-theme-hacker', version: '0.2.0' }) };
  server.serve(gemAnswers('jekyll-theme-hacker', { ...files, '0.3.0': Buffer.from('') }));
  const pinned = makeSite({ '_config.yml': 'theme: jekyll-theme-hacker\n' });
  expect(
    (await pinned.prepare(server, { flags: { github_pages: true } })).config.themeDescription?.version,
  ).toBe('0.2.0');
});
