import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';
import { SiteError } from '../../src/model/diagnostic.js';
import { inspect } from '../../src/ruby/inspect.js';
import type { Value } from '../../src/ruby/value.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

type Flags = Readonly<Record<string, Value>>;

function load(directory: string, flags: Flags = {}, environment: Record<string, string> = {}): Config {
  const { reporter } = recordingReporter();
  return loadConfig({ directory, flags, environment, reporter });
}

/** What stops the configuration from loading. */
function problem(directory: string, flags: Flags = {}, environment: Record<string, string> = {}): string {
  try {
    load(directory, flags, environment);
  } catch (error) {
    if (error instanceof SiteError) return error.diagnostic.message;
    throw error;
  }
  return 'no problem';
}

const shown = (config: Config, key: string): string => inspect(config.settings.get(key) ?? null);

describe('merging', () => {
  test('lays later files over earlier ones and flags over all, nil never replacing anything', () => {
    const site = temporaryFolder({
      'a.yml': 'title: A\nkramdown: {hard_wrap: true}\nlist: [1, 2]\nbaseurl: /a\n',
      'b.yml': 'title: ~\nkramdown: {input: kramdown}\nlist: [3]\n',
    });
    const config = load(site, { config: ['a.yml', 'b.yml'], baseurl: '/flag' });
    expect(shown(config, 'title')).toBe('"A"');
    expect(shown(config, 'list')).toBe('[3]');
    expect(config.baseurl).toBe('/flag');
    expect(config.kramdown.get('hard_wrap')).toBe(true);
    expect(config.kramdown.get('input')).toBe('kramdown');
    expect(config.kramdown.get('auto_ids')).toBe(true);
  });

  test('adds the default excludes to the user’s, once each', () => {
    const config = load(temporaryFolder({ '_config.yml': 'exclude: [mine, Gemfile]\n' }));
    expect(config.exclude.slice(0, 3)).toEqual(['mine', 'Gemfile', '.sass-cache']);
    expect(config.exclude.filter((entry) => entry === 'Gemfile')).toHaveLength(1);
  });

  test('gives posts the permalink of the site’s style and puts them first', () => {
    const config = load(temporaryFolder({ '_config.yml': 'permalink: pretty\ncollections: [recipes]\n' }));
    expect(shown(config, 'collections')).toBe(
      '{"posts"=>{"output"=>true, "permalink"=>"/:categories/:year/:month/:day/:title/"}, "recipes"=>{}}',
    );
  });

  test('reads TOML with its own types', () => {
    const toml = 'title = "T"\nn = 3\nf = 1.0\nd = 2024-01-02\n[a]\nb = [1, 2]\n';
    const config = load(temporaryFolder({ '_config.toml': toml }));
    expect(['title', 'n', 'f', 'a'].map((key) => shown(config, key))).toEqual([
      '"T"',
      '3',
      '1.0',
      '{"b"=>[1, 2]}',
    ]);
  });

  test('stops at a file that is no mapping', () => {
    const site = temporaryFolder({ 'a.yml': 'title: A\n', 'b.yml': '- x\n' });
    expect(problem(site, { config: ['a.yml', 'b.yml'] })).toBe(`Configuration file: (INVALID) ${site}/b.yml`);
  });
});

describe('checks', () => {
  test.each([
    ['exclude:', "'exclude' should be set as an array, but was: nil."],
    ['include: x', `'include' should be set as an array, but was: "x".`],
    ['limit_posts: -1', 'limit_posts must be a non-negative number'],
    ['collections: posts', 'Your `collections` key must be a hash or an array.'],
    ['collections: false', 'Your `collections` key must be a hash or an array.'],
    [
      'plugins: x',
      `'plugins' should be set as an array of gem-names, but was: "x". Use 'plugins_dir' instead to set the ` +
        'directory for your non-gemified Ruby plugins.',
    ],
    ['theme: no-such-theme', 'The no-such-theme theme could not be found.'],
  ])('refuses %s', (line, message) => {
    expect(problem(temporaryFolder({ '_config.yml': `${line}\n` }))).toBe(message);
  });

  test('refuses a source that is not there', () => {
    const site = temporaryFolder();
    expect(problem(site, { source: 'nope' })).toContain(`${site}/nope`);
  });

  test('names a configuration file that is not there', () => {
    const site = temporaryFolder();
    expect(problem(site, { config: ['nope.yml'] })).toBe(
      `The configuration file '${site}/nope.yml' could not be found.`,
    );
  });

  test('shows the place of a syntax error', () => {
    const site = temporaryFolder({ '_config.yml': 'a: 1\nb: "x\n' });
    expect(problem(site)).toContain(
      'found unexpected end of stream while scanning a quoted scalar at line 2 column 4',
    );
  });
});

describe('the shape of a site', () => {
  const own = { 'content/index.md': '', 'layouts/a.html': '' };

  test('is ours when content and layouts stand beside each other', () => {
    const site = temporaryFolder(own);
    const { source, destination, layouts, includes, data, public: verbatim } = load(site).directories;
    expect({ source, destination, layouts, includes, data, verbatim }).toEqual({
      source: `${site}/content`,
      destination: `${site}/dist`,
      layouts: [`${site}/layouts`],
      includes: [`${site}/includes`],
      data: [`${site}/data`, `${site}/content/_data`],
      verbatim: `${site}/public`,
    });
  });

  test('has folders from flags, files and the home directory', () => {
    const site = temporaryFolder({ '_config.yml': 'sass: {sass_dir: styles}\nplugins_dir: "a,b"\n' });
    const { plugins, sass } = load(site).directories;
    expect([plugins, sass]).toEqual([[`${site}/a`, `${site}/b`], [`${site}/styles`]]);
    expect(load(site, { plugins_dir: ['c', 'd'] }).directories.plugins).toEqual([`${site}/c`, `${site}/d`]);
    expect(
      load(site, { plugins_dir: null, destination: '~/out' }, { HOME: `${site}/home` }).directories,
    ).toMatchObject({
      destination: `${site}/home/out`,
    });
    const own = temporaryFolder({ 'content/a.md': '', 'layouts/a.html': '' });
    expect(load(own).directories.sass).toEqual([`${own}/sass`]);
  });

  test.each([
    ['without layouts', { 'content/index.md': '' }],
    ['with _layouts beside them', { ...own, '_layouts/a.html': '' }],
    ['with _posts beside them', { ...own, '_posts/x.md': '' }],
    ['when the configuration sets source', { ...own, '_config.yml': 'source: .\n' }],
    ['when the configuration sets includes_dir', { ...own, '_config.yml': 'includes_dir: includes\n' }],
  ])('is Jekyll’s %s', (_, files) => {
    const site = temporaryFolder(files);
    const { source, destination, public: verbatim } = load(site).directories;
    expect({ source, destination, verbatim }).toEqual({
      source: site,
      destination: `${site}/_site`,
      verbatim: null,
    });
  });
});

describe('forbidden destinations', () => {
  const site = (): string =>
    temporaryFolder({
      'content/index.md': '',
      'layouts/a.html': '',
      '_config.yml': 'collections: [recipes]\n',
    });

  test.each([
    ['an input folder', 'layouts', /the site is read from/],
    ['a folder in an input folder', 'data/out', /it lies in/],
    ['the public folder', 'public', /the site is read from/],
    ['the source', 'content', /cannot be or contain the Source directory/],
    ['a folder in the source', 'content/out', /it lies in/],
    ['a folder of posts', 'content/_posts', /the site is read from/],
    ['a collection', 'content/_recipes', /the site is read from/],
    ['the cache', '.utterson-cache', /the site is read from/],
    ['the working directory', '.', /cannot be or contain the Source directory/],
    ['a folder above it', '..', /cannot be or contain the Source directory/],
    ['the root', '/', /cannot be or contain the Source directory/],
  ])('are refused: %s', (_, destination, message) => {
    expect(problem(site(), { destination })).toMatch(message);
  });

  test('are refused: the home directory, and a folder above the working directory', () => {
    const folder = temporaryFolder({ 'site/index.md': '', 'home/x': '', 'work/deep/x': '' });
    const deep = join(folder, 'work/deep');
    const flags = { source: join(folder, 'site') };
    const home = join(folder, 'home');
    expect(problem(deep, { ...flags, destination: home }, { HOME: home })).toMatch(
      /it is your home directory/,
    );
    expect(problem(deep, { ...flags, destination: '..' })).toMatch(/the working directory lies in it/);
    expect(problem(deep, { ...flags, destination: '.' })).toBe('no problem');
  });

  test('are refused: one that holds or lies in a folder of the theme', () => {
    const folder = temporaryFolder({
      'site/_config.yml': 'theme: ../themes/plain\n',
      'themes/plain/_layouts/a.html': '',
    });
    const directory = join(folder, 'site');
    expect(problem(directory, { destination: '../themes' })).toMatch(
      /it contains .*themes\/plain\/_layouts, which the site/,
    );
    expect(problem(directory, { destination: '../themes/plain/out' })).toMatch(/it lies in .*themes\/plain/);
  });

  test('are refused: a profile’s folder', () => {
    const folder = temporaryFolder({ 'site/a.md': '', 'me/x': '' });
    const flags = { destination: join(folder, 'me') };
    expect(problem(join(folder, 'site'), flags, { USERPROFILE: join(folder, 'me') })).toMatch(
      /home directory/,
    );
  });

  test('are seen through links', () => {
    const folder = site();
    symlinkSync(join(folder, 'layouts'), join(folder, 'link'));
    expect(problem(folder, { destination: 'link/out' })).toMatch(/it lies in/);
  });

  test('do not include a folder of its own, also inside a Jekyll site', () => {
    const jekyll = temporaryFolder({ 'index.md': '', 'public/x': '' });
    expect(problem(jekyll, { destination: 'public' })).toBe('no problem');
  });
});
