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

  test('that is no text is told of and ignored', () => {
    const { reporter, err } = recordingReporter();
    const directory = temporaryFolder({ '_config.yml': 'theme: 5\n' });
    expect(loadConfig({ directory, flags: {}, environment: {}, reporter }).theme).toBeNull();
    expect(err()).toContain("value of 'theme' in config should be String");
  });
});
