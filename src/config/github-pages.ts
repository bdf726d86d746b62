/**
 * Sites that GitHub Pages builds: how they are known, and what the gem github-pages makes of their settings (github-pages 232,
 * `Configuration.effective_config`). Jekyll's own defaults count as the user's there, so that few of the gem's come to anything.
 */
import { siteNamesGem } from '../gems/site-gemfile.js';
import type { GithubPages } from '../model/config.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { FORMER_DEFAULT_EXCLUDES } from './defaults.js';
import type { Environment } from './environment.js';

/** The gem's name, in a Gemfile as under `plugins`. */
const GEM = 'github-pages';

/** `DEFAULT_PLUGINS`. */
const DEFAULT_PLUGINS: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
];

/** `PLUGIN_WHITELIST`. */
const WHITELIST: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-feed',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-redirect-from',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jekyll-avatar',
  'jemoji',
  'jekyll-mentions',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
  'jekyll-include-cache',
  'jekyll-octicons',
  'jekyll-remote-theme',
];

/** `DEVELOPMENT_PLUGINS`: allowed while nobody but the author looks. */
const DEVELOPMENT_PLUGINS: readonly string[] = ['jekyll-admin'];

const REMOTE_THEME = 'jekyll-remote-theme';

/** `Plugins::THEMES`: themes that a site need not ask for in its Gemfile, and their versions. */
export const PAGES_THEMES: ReadonlyMap<string, string> = new Map([
  ['minima', '2.5.1'],
  ['jekyll-swiss', '1.0.0'],
  ['jekyll-theme-primer', '0.6.0'],
  ['jekyll-theme-architect', '0.2.0'],
  ['jekyll-theme-cayman', '0.2.0'],
  ['jekyll-theme-dinky', '0.2.0'],
  ['jekyll-theme-hacker', '0.2.0'],
  ['jekyll-theme-leap-day', '0.2.0'],
  ['jekyll-theme-merlot', '0.2.0'],
  ['jekyll-theme-midnight', '0.2.0'],
  ['jekyll-theme-minimal', '0.2.0'],
  ['jekyll-theme-modernist', '0.2.0'],
  ['jekyll-theme-slate', '0.2.0'],
  ['jekyll-theme-tactile', '0.2.0'],
  ['jekyll-theme-time-machine', '0.2.0'],
]);

/** The Markdown processors that are left alone, in lower case; kramdown works in place of any other. */
const PROCESSORS: ReadonlySet<string> = new Set(['kramdown', 'gfm', 'commonmarkghpages']);

/**
 * Why a site counts as one of GitHub Pages, as a sentence's end; `null` for one that does not. `utterson: {github_pages: …}` decides
 * before all else.
 *
 * @param given the settings of files and flags
 * @param isAsked whether the command line asks for it
 */
export function findGithubPages(given: RubyHash, root: string, isAsked: boolean): string | null {
  if (isAsked) return '`--github-pages` says so';
  const section = given.get('utterson');
  const setting = section instanceof Map ? (section.get('github_pages') ?? null) : null;
  if (setting !== null) return isTruthy(setting) ? '`utterson: {github_pages: true}` says so' : null;
  const plugins = given.get('plugins') ?? given.get('gems');
  if (Array.isArray(plugins) && plugins.includes(GEM)) return `the configuration names the gem ${GEM}`;
  return siteNamesGem(root, GEM) ? `the Gemfile names the gem ${GEM}` : null;
}

/** What the settings become, and what was switched on with that. */
export interface EffectiveSettings {
  readonly settings: RubyHash;
  readonly switchedOn: GithubPages['switchedOn'];
}

/**
 * The settings as GitHub Pages would have them.
 *
 * @param defaults Jekyll's, for the order of keys
 * @param settings the user's over the defaults
 */
export function effectiveSettings(
  defaults: RubyHash,
  settings: RubyHash,
  environment: Environment,
): EffectiveSettings {
  const isDevelopment = (environment['JEKYLL_ENV'] ?? 'development') === 'development';
  const own = deepMerge(deepMerge(defaults, pagesDefaults(isDevelopment)), settings);
  if (settings.has('theme')) own.set('theme', settings.get('theme')!);
  if (isDefaultExclude(settings.get('exclude') ?? null)) {
    own.set('exclude', [...FORMER_DEFAULT_EXCLUDES, 'CNAME']);
  }
  const named = listOf(settings.get('plugins'));
  const plugins = [...new Set([...named, ...DEFAULT_PLUGINS])];
  if (own.has('remote_theme')) plugins.push(REMOTE_THEME);
  const isUnlimited = isDevelopment && isTruthy(environment['DISABLE_WHITELIST'] || null);
  const whitelist = [
    ...WHITELIST,
    ...(isUnlimited ? plugins : []),
    ...(isDevelopment ? DEVELOPMENT_PLUGINS : []),
  ];
  const effective = withProcessor(deepMerge(own, overrides()));
  effective.set('whitelist', [...new Set(whitelist)]).set('plugins', plugins);
  return {
    settings: effective,
    switchedOn: new Set(plugins.filter((name) => !named.includes(name)).map(toS)),
  };
}

/** Names under `plugins` that GitHub Pages passes over. The gem itself is none of its own plugins, but why the site is built so. */
export function droppedPlugins({ settings }: EffectiveSettings): string[] {
  const whitelist = listOf(settings.get('whitelist'));
  return listOf(settings.get('plugins'))
    .map(toS)
    .filter((name) => name !== GEM && !whitelist.includes(name));
}

/** `DEFAULTS`, and `PRODUCTION_DEFAULTS`. `future` and `exclude` are there as well, and never come to anything. */
function pagesDefaults(isDevelopment: boolean): RubyHash {
  const kramdown: RubyHash = new Map<Value, Value>([
    ['input', 'GFM'],
    ['hard_wrap', false],
    ['gfm_quirks', 'paragraph_end'],
    ['syntax_highlighter_opts', new Map([['default_lang', 'plaintext']])],
  ]);
  const defaults: RubyHash = new Map<Value, Value>([
    ['jailed', false],
    ['theme', 'jekyll-theme-primer'],
    ['kramdown', kramdown],
  ]);
  return isDevelopment ? defaults : defaults.set('sass', new Map([['style', 'compressed']]));
}

/** `OVERRIDES`. The folder of plugins is a random name there, so that none are found. */
function overrides(): RubyHash {
  const kramdown = new Map([
    ['template', ''],
    ['math_engine', 'mathjax'],
    ['syntax_highlighter', 'rouge'],
  ]);
  return new Map<Value, Value>([
    ['lsi', false],
    ['safe', true],
    ['plugins_dir', []],
    ['highlighter', 'rouge'],
    ['kramdown', kramdown],
    ['gist', new Map([['noscript', false]])],
  ]);
}

/** `restrict_and_config_markdown_processor`. */
function withProcessor(settings: RubyHash): RubyHash {
  const processor = toS(settings.get('markdown') ?? null).toLowerCase();
  if (!PROCESSORS.has(processor)) return settings.set('markdown', 'kramdown');
  if (processor !== 'gfm') return settings;
  const commonmark = new Map<Value, Value>([
    ['extensions', ['table', 'strikethrough', 'autolink', 'tagfilter']],
    ['options', ['unsafe', 'footnotes']],
  ]);
  return settings.set('markdown', 'CommonMarkGhPages').set('commonmark', commonmark);
}

function isDefaultExclude(exclude: Value): boolean {
  return Array.isArray(exclude) && exclude.join('\n') === FORMER_DEFAULT_EXCLUDES.join('\n');
}

function listOf(value: Value | undefined): Value[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
