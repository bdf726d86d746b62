import { expect, test } from 'vitest';
import { loadConfig } from '../../src/build.js';
import type { Config } from '../../src/model/config.js';
import { gemsOfBundle, gemsOfPlugins, gemsOfTheme } from '../../src/plugins/named-gems.js';
import { buildSite } from '../helpers/build-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function configOf(
  files: Record<string, string>,
  environment: Record<string, string> = {},
  folder = '.',
): Config {
  const { reporter } = recordingReporter();
  const directory = `${temporaryFolder(files)}/${folder}`.replace(/\/\.$/, '');
  return loadConfig({ directory, flags: {}, environment, reporter });
}

const namesIn = (config: Config): string[] => {
  const named = [gemsOfBundle, gemsOfTheme, gemsOfPlugins].flatMap((list) => list(config));
  return [...new Set(named.map(({ name }) => name))];
};
const group = (...names: string[]): string =>
  `group :jekyll_plugins do\n${names.map((name) => `  gem "${name}"\n`).join('')}end\n`;
const theme = {
  'theme/theme.gemspec':
    's.add_runtime_dependency "jekyll-seo-tag"\ns.add_runtime_dependency "jekyll-feed"\n',
};

test('the Gemfile comes first, then the theme, then the configuration, each gem once', () => {
  const config = configOf({
    ...theme,
    Gemfile: group('jekyll-gist', 'jekyll-feed'),
    '_config.yml': 'theme: ./theme\nplugins: [jekyll-sitemap, jekyll-gist]\n',
  });
  expect(namesIn(config)).toEqual(['jekyll-gist', 'jekyll-feed', 'jekyll-seo-tag', 'jekyll-sitemap']);
});

test('in safe mode the whitelist decides on all but the Gemfile', () => {
  const config = configOf({
    ...theme,
    Gemfile: group('jekyll-gist'),
    '_config.yml':
      'theme: ./theme\nplugins: [jekyll-sitemap, jekyll-avatar]\nsafe: true\nwhitelist: [jekyll-feed, jekyll-avatar]\n',
  });
  expect(namesIn(config)).toEqual(['jekyll-gist', 'jekyll-feed', 'jekyll-avatar']);
});

test('gems is the old name of plugins', () => {
  expect(namesIn(configOf({ '_config.yml': 'gems: [jekyll-feed]\n' }))).toEqual(['jekyll-feed']);
  const both = configOf({ '_config.yml': 'gems: [jekyll-feed]\nplugins: [jekyll-gist]\n' });
  expect(namesIn(both)).toEqual(['jekyll-gist']);
});

test('the Gemfile is that of the nearest folder above, gems.rb before Gemfile', () => {
  const files = {
    Gemfile: group('jekyll-feed'),
    'a/gems.rb': group('jekyll-gist'),
    'a/Gemfile': group('jekyll-avatar'),
    'a/b/_config.yml': '',
    'c/_config.yml': '',
  };
  expect(namesIn(configOf(files, {}, 'a/b'))).toEqual(['jekyll-gist']);
  expect(namesIn(configOf(files, {}, 'c'))).toEqual(['jekyll-feed']);
});

test('BUNDLE_GEMFILE names another one, and JEKYLL_NO_BUNDLER_REQUIRE loads none', () => {
  const files = { Gemfile: group('jekyll-feed'), 'other/Gemfile': group('jekyll-gist'), '_config.yml': '' };
  expect(namesIn(configOf(files, { BUNDLE_GEMFILE: 'other/Gemfile' }))).toEqual(['jekyll-gist']);
  expect(namesIn(configOf(files, { BUNDLE_GEMFILE: 'nowhere/Gemfile' }))).toEqual([]);
  expect(namesIn(configOf(files, { JEKYLL_NO_BUNDLER_REQUIRE: 'true' }))).toEqual([]);
});

test('what require names decides, as far as it is known', () => {
  const Gemfile =
    'group :jekyll_plugins do\n  gem "fork", require: "jekyll-feed"\n  gem "x", require: "x/y"\n  gem "z", require: "jekyll/tagging"\nend\n';
  expect(namesIn(configOf({ Gemfile, '_config.yml': '' }))).toEqual(['jekyll-feed', 'x', 'jekyll/tagging']);
});

test('the lock tells versions', () => {
  const lock = 'GEM\n  specs:\n    jekyll-feed (0.15.1)\n';
  const config = configOf({ 'Gemfile.lock': lock, '_config.yml': '' });
  expect(config.lockedVersion('jekyll-feed')).toBe('0.15.1');
  expect(config.lockedVersion('toString')).toBeNull();
});

test('of equal priorities the order of loading decides', async () => {
  // Each of these generators is of the lowest priority and adds pages behind those that are there.
  const gems = ['jekyll-feed', 'jekyll-sitemap', 'jekyll-paginate'];
  const listed = async (...names: string[]): Promise<string | undefined> => {
    const { outputs } = await buildSite({
      Gemfile: group(...names),
      '_config.yml': 'paginate: 1\n',
      '_posts/2024-01-01-a.md': '---\n---\n',
      '_posts/2024-01-02-b.md': '---\n---\n',
      'index.html': '---\n---\n',
      'z.txt': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
    });
    return outputs['z.txt'];
  };
  expect(await listed(...gems)).toBe('/ /z.txt /feed.xml /sitemap.xml /robots.txt /page2/ ');
  expect(await listed(...gems.toReversed())).toBe('/ /z.txt /page2/ /sitemap.xml /robots.txt /feed.xml ');
});

test('a gem of the Gemfile alone does its work, and one that is unknown is told there', async () => {
  const { outputs, said } = await buildSite({
    Gemfile: group('jekyll-sitemap', 'nobodys-gem', 'webrick'),
    '_config.yml': 'url: https://a.test\n',
    'index.html': '---\n---\n',
  });
  expect(outputs['sitemap.xml']).toContain('<loc>https://a.test/</loc>');
  expect(said).toBe(
    'Plugin: Nothing is known here of the gem nobodys-gem. Whatever it does is missing from the output.',
  );
});
