import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { namesGem } from '../../src/gems/site-gemfile.js';
import type { Config } from '../../src/model/config.js';
import type { Value } from '../../src/ruby/value.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** A configuration, and what `effective_config` of github-pages 232 with Jekyll 3.10.0 makes of it, without paths. */
interface EffectiveCase {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly config: string;
  readonly effective: Readonly<Record<string, unknown>>;
}

const cases: readonly EffectiveCase[] = JSON.parse(
  readFileSync(new URL('cases/github-pages.json', import.meta.url), 'utf8'),
);

const GEMFILE = 'source "https://rubygems.org"\ngem "github-pages", group: :jekyll_plugins\n';

function load(files: Record<string, string>, environment = {}, flags: Record<string, Value> = {}): Config {
  const { reporter } = recordingReporter();
  const directory = temporaryFolder(files);
  return loadConfig({ directory, flags, environment, reporter, ignoresMissingTheme: true });
}

/** Hashes as objects. */
function plain(value: Value | undefined): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

/** Paths, where plugins are looked for, and keys that only one of the two generations has a default for. */
const INCOMPARABLE = ['source', 'destination', 'plugins_dir', 'cache_dir'];

describe('the effective configuration', () => {
  test.each(cases)('is the gem’s: $name', ({ config, environment, effective }) => {
    const { settings } = load({ '_config.yml': config, Gemfile: GEMFILE }, environment);
    const found = plain(settings) as Record<string, unknown>;
    for (const key of INCOMPARABLE) delete found[key];
    // Jekyll 4 says the same as a list.
    const kramdown = found['kramdown'] as Record<string, unknown>;
    if (Array.isArray(kramdown['toc_levels'])) kramdown['toc_levels'] = '1..6';
    expect(found).toEqual(effective);
  });
});

describe('a site of GitHub Pages', () => {
  test.each([
    ['the Gemfile names the gem github-pages', { Gemfile: GEMFILE }, {}],
    [
      'the configuration names the gem github-pages',
      { '_config.yml': 'plugins:\n  - jekyll-feed\n  - github-pages\n' },
      {},
    ],
    ['`utterson: {github_pages: true}` says so', { '_config.yml': 'utterson: {github_pages: true}\n' }, {}],
    ['`--github-pages` says so', {}, { github_pages: true }],
  ])('is known by this: %s', (reason, files: Record<string, string>, flags: Record<string, Value>) => {
    const { githubPages, generation, generationReason, safe } = load(files, {}, flags);
    expect([githubPages?.reason, generation.number, generationReason, safe]).toEqual([
      reason,
      3,
      reason,
      true,
    ]);
  });

  test('is none that says so itself', () => {
    const files = { '_config.yml': 'utterson: {github_pages: false}\n', Gemfile: GEMFILE };
    const { githubPages, generation, safe } = load(files);
    expect([githubPages, generation.number, safe]).toEqual([null, 4, false]);
  });

  test('is told of each plugin that would not run there, in its line', () => {
    const { diagnostics } = load({
      '_config.yml': 'title: x\nplugins:\n  - jekyll-feed\n  - jekyll-toc\n  - github-pages\n',
      Gemfile: GEMFILE,
    });
    expect(diagnostics.map(({ message, file, line }) => `${file}:${line} ${message}`)).toEqual([
      '_config.yml:4 GitHub Pages would not load jekyll-toc',
    ]);
  });

  test('has a Gemfile with a line for the gem, not a comment about it', () => {
    expect(namesGem("group :jekyll_plugins do\n  gem 'github-pages', '~> 232'\nend\n", 'github-pages')).toBe(
      true,
    );
    expect(namesGem('gem("github-pages")', 'github-pages')).toBe(true);
    expect(namesGem('# gem "github-pages", group: :jekyll_plugins\n', 'github-pages')).toBe(false);
    expect(namesGem('gem "github-pages-health-check"\n', 'github-pages')).toBe(false);
  });
});
