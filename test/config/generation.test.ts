import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';
import { SiteError } from '../../src/model/diagnostic.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function load(files: Record<string, string>): { config: Config; said: readonly string[] } {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: temporaryFolder(files), flags: {}, environment: {}, reporter });
  return { config, said: config.diagnostics.map(({ message }) => message) };
}

const lock = (version: string): string =>
  `GEM\n  specs:\n    jekyll (${version})\n      liquid (~> 4.0)\n    liquid (4.0.4)\n\nDEPENDENCIES\n  jekyll\n`;

describe('the generation', () => {
  test.each([
    ['the newest one without a sign', {}, 4, 'nothing asks for an older one'],
    ['that of the lock', { 'Gemfile.lock': lock('3.9.5') }, 3, 'Gemfile.lock says `jekyll (3.9.5)`'],
    [
      'that of a lock by its other name',
      { 'gems.rb': '', 'gems.locked': lock('3.9.5') },
      3,
      'gems.locked says `jekyll (3.9.5)`',
    ],
    ['also of a new lock', { 'Gemfile.lock': lock('4.3.3') }, 4, 'Gemfile.lock says `jekyll (4.3.3)`'],
    [
      'what is set by hand, before all else',
      { 'Gemfile.lock': lock('3.9.5'), '_config.yml': 'utterson: {generation: 4}\n' },
      4,
      '`utterson: {generation: 4}` says so',
    ],
    [
      'nothing that another gem’s line says',
      { 'Gemfile.lock': lock('4.0.0').replace('liquid (~> 4.0)', 'jekyll (3.9)') },
      4,
      'Gemfile.lock says `jekyll (4.0.0)`',
    ],
  ])('is %s', (_, files: Record<string, string>, number, reason) => {
    const { config } = load(files);
    expect([config.generation.number, config.generationReason]).toEqual([number, reason]);
  });

  test('is 3 or 4, anything else an error in its line', () => {
    const { reporter } = recordingReporter();
    const directory = temporaryFolder({ '_config.yml': 'title: x\nutterson:\n  generation: 5\n' });
    try {
      loadConfig({ directory, flags: {}, environment: {}, reporter });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      expect(error.diagnostic).toMatchObject({ message: 'There is no generation 5.', line: 3 });
    }
  });
});

describe('a configuration for Jekyll 3', () => {
  const set = 'utterson: {generation: 3}\n';

  test('excludes what the user says in place of Jekyll’s own list', () => {
    expect(load({ '_config.yml': `${set}exclude: [mine]\n` }).config.exclude).toEqual(['mine']);
    expect(load({ '_config.yml': `${set}exclude:\n` }).config.exclude).toContain('vendor/bundle/');
    expect(load({ '_config.yml': set }).config.exclude).not.toContain('gemfiles');
  });

  test('takes keys by their former names and forms', () => {
    const { config, said } = load({
      '_config.yml': `${set}gems: [jekyll-feed]\nplugins: [x]\nexclude: a, b\nlayouts: _templates\n`,
    });
    expect(config.plugins).toEqual(['jekyll-feed']);
    expect(config.exclude).toEqual(['a', 'b']);
    expect(config.settings.get('layouts_dir')).toBe('_templates');
    expect(config.settings.has('gems')).toBe(false);
    expect(said).toEqual([
      "The 'gems' configuration option has been renamed to 'plugins'. Please update your config file accordingly.",
      "The 'layouts' configuration option has been renamed to 'layouts_dir'. Please update your config file accordingly.",
      "The 'exclude' configuration option must now be specified as an array, but you specified a string. For now, we've " +
        'treated the string you provided as a list of comma-separated values.',
    ]);
  });

  test('takes nothing from the theme', () => {
    const files = { '_config.yml': `${set}theme: ./t\n`, 't/_config.yml': 'logo: /l.png\n' };
    expect(load(files).config.settings.has('logo')).toBe(false);
    expect(load({ ...files, '_config.yml': 'theme: ./t\n' }).config.settings.get('logo')).toBe('/l.png');
  });
});
