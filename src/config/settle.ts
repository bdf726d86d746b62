/** The merged settings as the typed, frozen record that stages ask. */
import type { Bundle } from '../model/bundle.js';
import type { Config, FrontMatterDefault, LiquidConfig } from '../model/config.js';
import type { Directories } from '../model/directories.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { collectionConfigs } from './collections.js';
import type { Environment } from './environment.js';
import { keyedPlace } from './key-place.js';
import { sourceDateOf } from './source-date.js';

/** What the record is read off. */
export interface SettleInputs {
  readonly settings: RubyHash;
  readonly directories: Directories;
  readonly shapeReason: string;
  readonly generation: Config['generation'];
  readonly generationReason: string;
  readonly githubPages: Config['githubPages'];
  readonly isOffline: boolean;
  readonly jobs: Config['jobs'];
  readonly themeDescription: Config['themeDescription'];
  readonly files: readonly string[];
  readonly environment: Environment;
  readonly bundle: Bundle;
  readonly diagnostics: Config['diagnostics'];
  readonly errorsOnUse: Config['errorsOnUse'];
}

/** Reads every typed field off the settings. */
export function settleConfig(inputs: SettleInputs): Config {
  const { settings, directories, files, environment, bundle } = inputs;
  const value = (key: string): Value => settings.get(key) ?? null;
  const flag = (key: string): boolean => isTruthy(value(key));
  const text = (key: string): string => toS(value(key));
  const list = (key: string): string[] => asList(value(key)).map(toS);
  const config: Config = {
    settings,
    directories,
    shapeReason: inputs.shapeReason,
    generation: inputs.generation,
    generationReason: inputs.generationReason,
    githubPages: inputs.githubPages,
    pass: null,
    configFiles: files,
    environment: environment['JEKYLL_ENV'] ?? 'development',
    isEnvironmentSet: environment['JEKYLL_ENV'] !== undefined,
    variables: environment,
    isOffline: inputs.isOffline,
    jobs: inputs.jobs,
    safe: flag('safe'),
    future: flag('future'),
    unpublished: flag('unpublished'),
    showDrafts: flag('show_drafts'),
    limitPosts: wholeNumber(value('limit_posts')),
    include: asList(value('include')).filter((entry) => typeof entry === 'string'),
    exclude: asList(value('exclude')).filter((entry) => typeof entry === 'string'),
    keepFiles: list('keep_files'),
    encoding: text('encoding'),
    markdownExtensions: new Set(
      text('markdown_ext')
        .split(',')
        .map((name) => `.${name.toLowerCase()}`),
    ),
    markdown: text('markdown').toLowerCase(),
    highlighter: text('highlighter'),
    kramdown: asHash(value('kramdown')),
    liquid: liquidConfig(asHash(value('liquid'))),
    strictFrontMatter: flag('strict_front_matter'),
    permalink: text('permalink'),
    timezone: optionalText(value('timezone')),
    baseurl: optionalText(value('baseurl')),
    url: optionalText(value('url')),
    excerptSeparator: text('excerpt_separator'),
    pageExcerpts: flag('page_excerpts'),
    collections: collectionConfigs(settings),
    defaults: asList(value('defaults')).filter(isDefaultSet).map(frontMatterDefault),
    plugins: [list('plugins'), list('gems')].find((names) => names.length > 0) ?? [],
    bundle,
    whitelist: list('whitelist'),
    theme: directories.theme === null ? null : text('theme'),
    themeDescription: inputs.themeDescription,
    sass: asHash(value('sass')),
    time: value('time'),
    sourceDate: sourceDateOf(environment),
    profile: profileOf(value('profile')),
    quiet: flag('quiet'),
    verbose: flag('verbose'),
    strict: flag('strict'),
    force: flag('force'),
    diagnostics: inputs.diagnostics,
    errorsOnUse: inputs.errorsOnUse,
    lockedVersion: (name) => (Object.hasOwn(bundle.versions, name) ? bundle.versions[name]! : null),
    placeOf: (path) => keyedPlace(path, { files, root: directories.root }) ?? null,
  };
  return Object.freeze(config);
}

/** `json`, the name of a file, or whether there is one at all. */
function profileOf(value: Value): Config['profile'] {
  if (value === 'json') return value;
  if (typeof value === 'string' && value.endsWith('.json')) return { file: value };
  return isTruthy(value);
}

function liquidConfig(settings: RubyHash): LiquidConfig {
  const mode = toS(settings.get('error_mode') ?? null);
  return {
    errorMode: mode === 'strict' || mode === 'lax' ? mode : 'warn',
    strictFilters: isTruthy(settings.get('strict_filters') ?? null),
    strictVariables: isTruthy(settings.get('strict_variables') ?? null),
    version: settings.get('version') === 5 ? 5 : 4,
  };
}

function isDefaultSet(set: Value): set is RubyHash {
  return set instanceof Map && set.get('values') instanceof Map;
}

/** Types had singular names before Jekyll 3. */
const CURRENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['page', 'pages'],
  ['post', 'posts'],
  ['draft', 'drafts'],
]);

function frontMatterDefault(set: RubyHash): FrontMatterDefault {
  const scope = asHash(set.get('scope') ?? null);
  const path = scope.get('path');
  const type = optionalText(scope.get('type') ?? null);
  return {
    path: typeof path === 'string' ? path : '',
    type: type === null ? null : (CURRENT_TYPES.get(type) ?? type),
    values: asHash(set.get('values') ?? null),
    written: set,
  };
}

function asHash(value: Value): RubyHash {
  return value instanceof Map ? value : new Map();
}

function asList(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function optionalText(value: Value): string | null {
  return value === null ? null : toS(value);
}

function wholeNumber(value: Value): number {
  return typeof value === 'number' ? Math.trunc(value) : 0;
}
