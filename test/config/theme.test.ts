import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function load(directory: string, environment: Record<string, string> = {}): Config {
  const { reporter } = recordingReporter();
  return loadConfig({ directory, flags: {}, environment, reporter });
}

const SPECIFICATION = `Gem::Specification.new do |s|
  s.name = "plain".freeze
  s.version = "1.10.0"
  s.metadata = { "plugin_type" => "theme" } if s.respond_to? :metadata=
  s.authors = ["Ann".freeze, "Bob".freeze]
  s.summary = "Short.".freeze
  s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5"])
  s.add_runtime_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])
  s.add_development_dependency(%q<bundler>.freeze, [">= 1.15"])
end
`;

describe('a theme', () => {
  test('is an installed gem, the highest version unless the lock file says another', () => {
    const gems = temporaryFolder({
      'gems/plain-1.9.0/_layouts/a.html': '',
      'gems/plain-1.10.0/_layouts/a.html': '',
      'gems/plain-extra-2.0.0/_layouts/a.html': '',
      'specifications/plain-1.10.0.gemspec': SPECIFICATION,
    });
    const site = temporaryFolder({ '_config.yml': 'theme: Plain\n' });
    const config = load(site, { GEM_HOME: gems });
    expect(config.directories.theme).toBe(join(gems, 'gems/plain-1.10.0'));
    expect(config.themeDescription).toMatchObject({
      version: '1.10.0',
      authors: ['Ann', 'Bob'],
      description: 'Short.',
      metadata: new Map([['plugin_type', 'theme']]),
      dependencies: ['jekyll-feed'],
    });
    const locked = temporaryFolder({
      '_config.yml': 'theme: plain\n',
      'Gemfile.lock': 'GEM\n  specs:\n    plain (1.9.0)\n',
    });
    expect(load(locked, { GEM_HOME: gems }).directories.theme).toBe(join(gems, 'gems/plain-1.9.0'));
  });

  test('is a package in node_modules of the site or a folder above', () => {
    const folder = temporaryFolder({
      'node_modules/plain/_includes/a.html': '',
      'node_modules/plain/package.json': '{"version": "3.0.0", "author": "Ann"}',
      'site/_config.yml': 'theme: plain\n',
    });
    const { directories, themeDescription } = load(join(folder, 'site'));
    expect(directories.includes).toEqual([
      join(folder, 'site/_includes'),
      join(folder, 'node_modules/plain/_includes'),
    ]);
    expect(themeDescription).toMatchObject({ version: '3.0.0', authors: ['Ann'] });
  });

  test('has a version the highest by its numbers, and the one that is installed of those in the lock file', () => {
    const gems = temporaryFolder({
      ...{
        'gems/plain-1.10/_layouts/a': '',
        'gems/plain-1.9.9/_layouts/a': '',
        'gems/plain-1.10.0/_layouts/a': '',
      },
    });
    const theme = (lock: string): string | null =>
      load(temporaryFolder({ '_config.yml': 'theme: plain\n', 'Gemfile.lock': lock }), {
        GEM_PATH: `:${gems}`,
      }).directories.theme;
    expect(theme('    other (1.0)\n')).toMatch(/plain-1\.10(?:\.0)?$/);
    expect(theme('    plain (1.9.9)\n')).toBe(join(gems, 'gems/plain-1.9.9'));
    expect(() => theme('    plain (3.0)\n')).toThrow('The plain theme could not be found.');
  });

  test('is looked for in every place Rubies keep gems in', () => {
    const home = temporaryFolder({
      '.rbenv/versions/3.1.0/lib/ruby/gems/3.1.0/gems/plain-1.0/_layouts/a.html': '',
      '.rvm/gems/ruby-3.1.0/gems/other-2.0/_layouts/a.html': '',
    });
    const site = (theme: string): string => temporaryFolder({ '_config.yml': `theme: ${theme}\n` });
    expect(load(site('plain'), { HOME: home }).directories.theme).toContain('.rbenv/versions/3.1.0');
    expect(load(site('other'), { HOME: home }).directories.theme).toContain('.rvm/gems/ruby-3.1.0');
  });

  test('counts as none where it is optional and not there', () => {
    const { reporter } = recordingReporter();
    const directory = temporaryFolder({ '_config.yml': 'theme: ./nowhere\n' });
    const options = { directory, flags: {}, environment: {}, reporter };
    expect(loadConfig({ ...options, ignoresMissingTheme: true }).theme).toBeNull();
    expect(() => loadConfig(options)).toThrow('The ./nowhere theme could not be found.');
  });

  test('gives settings that have no default, if it has a file of its own that is a mapping', () => {
    const titled = (files: Record<string, string>, own = ''): unknown =>
      load(temporaryFolder({ '_config.yml': `theme: ./t\n${own}`, 't/a': '', ...files })).settings.get(
        'minima',
      );
    expect(titled({ 't/_config.yml': 'minima: 1\n' })).toBe(1);
    expect(titled({ 't/_config.yml': 'minima: 1\n' }, 'minima: 2\n')).toBe(2);
    expect(titled({ 't/_config.yml': 'minima: 1\n' }, 'ignore_theme_config: true\n')).toBeUndefined();
    expect(titled({ 't/_config.yml': '- minima\n' })).toBeUndefined();
    expect(titled({ 't/_config.yml/a': '' })).toBeUndefined();
  });

  test('has only folders that do not lead out of it', () => {
    const folder = temporaryFolder({ '_config.yml': 'theme: ./t\n', 't/_includes/a': '', 'outside/a': '' });
    symlinkSync(join(folder, 'outside'), join(folder, 't/_layouts'));
    const { layouts, includes } = load(folder).directories;
    expect([layouts, includes]).toEqual([
      [join(folder, '_layouts')],
      [join(folder, '_includes'), join(folder, 't/_includes')],
    ]);
  });

  test.each<[string, Record<string, string>, object]>([
    ['nothing', {}, { version: '', authors: [], description: '', dependencies: [] }],
    [
      'a manifest',
      { 'package.json': '{"version": "1.0.0", "author": 5}' },
      { version: '1.0.0', authors: [] },
    ],
    ['a manifest that is no mapping', { 'package.json': 'null' }, { version: '' }],
    [
      'a specification beside it',
      {
        'plain.gemspec':
          'Gem::Specification.new do |s|\n  s.version = \'0.1\'\n  s.author = %q(Ann)\n  s.description = "A \\"b\\""\n' +
          '  s.add_dependency "jekyll-feed"\nend\n',
      },
      { version: '0.1', authors: ['Ann'], description: 'A "b"', dependencies: ['jekyll-feed'] },
    ],
  ])('says of itself what stands in %s', (_, files, expected) => {
    const prefixed = Object.entries(files).map(([name, text]) => [`t/${name}`, text]);
    const folder = temporaryFolder({
      '_config.yml': 'theme: ./t\n',
      't/a': '',
      ...Object.fromEntries(prefixed),
    });
    expect(load(folder).themeDescription).toMatchObject(expected);
  });

  test('with a manifest that is no JSON is refused', () => {
    const folder = temporaryFolder({ '_config.yml': 'theme: ./t\n', 't/package.json': '{' });
    expect(() => load(folder)).toThrow(/t\/package\.json\): /);
  });

  test('that is no text is told of and ignored', () => {
    const { reporter, err } = recordingReporter();
    const directory = temporaryFolder({ '_config.yml': 'theme: 5\n' });
    expect(loadConfig({ directory, flags: {}, environment: {}, reporter }).theme).toBeNull();
    expect(err()).toContain("value of 'theme' in config should be String");
  });
});
