/** How a change of the configuration reaches outputs: through their keys, through the site that was read, or all of them at once. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../model/config.js';
import type { Directories } from '../model/directories.js';
import { valueText } from '../reuse/value-text.js';
import { isDirectory, isFile } from '../ruby/file-test.js';
import { glob } from '../ruby/glob.js';
import { strftime } from '../ruby/time/strftime.js';
import { presentTime } from '../ruby/time/time.js';
import { withTimeZone } from '../ruby/time/time-zone.js';
import type { Value } from '../ruby/value.js';
import { latestChange } from '../site/latest-change.js';
import { SITE_PROPERTIES } from './drops/site-drop.js';

type Reach =
  /** Outputs that went by it have a key for it. */
  | 'keys'
  /** It decides which files there are, where, and with what front matter; outputs have keys for those. */
  | 'site'
  /** No output looks at it; it is about writing and telling. */
  | 'none'
  /** Nothing records who went by it: its change makes all outputs new. */
  | 'variant';

const REACH: Readonly<Record<keyof Config, Reach>> = {
  settings: 'keys',
  directories: 'site',
  shapeReason: 'none',
  generation: 'variant',
  generationReason: 'none',
  // That there is one decides on releases of gems, below.
  githubPages: 'none',
  // Of the outputs of one pass, its places alone go by it.
  pass: 'site',
  configFiles: 'none',
  environment: 'keys',
  isEnvironmentSet: 'variant',
  isOffline: 'none',
  jobs: 'none',
  variables: 'keys',
  safe: 'variant',
  future: 'site',
  unpublished: 'site',
  showDrafts: 'site',
  limitPosts: 'site',
  include: 'site',
  exclude: 'site',
  keepFiles: 'none',
  encoding: 'variant',
  markdownExtensions: 'keys',
  markdown: 'keys',
  highlighter: 'keys',
  kramdown: 'keys',
  liquid: 'keys',
  strictFrontMatter: 'site',
  permalink: 'site',
  timezone: 'variant',
  baseurl: 'keys',
  url: 'keys',
  excerptSeparator: 'keys',
  pageExcerpts: 'variant',
  collections: 'site',
  defaults: 'site',
  plugins: 'variant',
  // What it loads is in the text below, without the paths it was read from.
  bundle: 'none',
  whitelist: 'variant',
  theme: 'variant',
  themeDescription: 'keys',
  sass: 'keys',
  time: 'keys',
  sourceDate: 'keys',
  profile: 'none',
  quiet: 'none',
  verbose: 'none',
  strict: 'none',
  diagnostics: 'none',
  errorsOnUse: 'none',
  lockedVersion: 'none',
  placeOf: 'none',
  force: 'none',
};

/** A text that is another one when the configuration changed so that every output is new. */
export function variantOf(config: Config): string {
  const names = (Object.keys(REACH) as (keyof Config)[]).filter((name) => REACH[name] === 'variant');
  const { gems, versions } = config.bundle;
  const isOnPages = config.githubPages !== null;
  const bundled = gems.map(({ name, requires }) => [name, requires]);
  const own = config.safe ? [] : codeIn(config.directories);
  // They hide what `site` has by itself, for which outputs have other keys.
  const hiding = config.collections
    .filter(({ label }) => (SITE_PROPERTIES as readonly string[]).includes(label))
    .map(({ label }) => label);
  const rest = [bundled, versions, isOnPages, own, hiding];
  return JSON.stringify([...names.map((name) => [name, config[name]]), ...rest]);
}

/** Files of the site's own plugins, and what they are. */
function codeIn({ root, plugins }: Directories): readonly (readonly [string, string])[] {
  const folders = plugins.filter((folder) => isDirectory(folder));
  if (folders.length === 0) return [];
  return folders
    .flatMap((folder) => glob('**/*', folder).map((name) => join(folder, name)))
    .filter((path) => isFile(path))
    .map((path) => [relative(root, path), hash('sha256', readFileSync(path), 'base64url')]);
}

/** Settings that are about what is told, and about watching. */
const OF_TELLING: ReadonlySet<Value> = new Set([
  'profile',
  'quiet',
  'verbose',
  'trace',
  'incremental',
  'watch',
  'force_polling',
]);

/** Settings by which no file is read otherwise, though pages may be other ones. */
const OF_COMMANDS: ReadonlySet<Value> = new Set([
  ...OF_TELLING,
  ...['strict', 'disable_disk_cache', 'serving', 'host', 'port', 'livereload', 'livereload_port'],
  ...['open_url', 'detach', 'show_dir_listing', 'url'],
]);

function settingsBut({ settings }: Config, without: ReadonlySet<Value>): string {
  return valueText(new Map([...settings].filter(([name]) => !without.has(name))));
}

/** A text that is another one when anything may come out otherwise, or has to be told, but for what changes in files and with the clock. */
export function wholeVariantOf(config: Config): string {
  return JSON.stringify([
    readingVariantOf(config),
    settingsBut(config, OF_TELLING),
    String(latestChange(config)),
  ]);
}

/**
 * A text that is another one when files may be read otherwise than at the last build: any setting may decide on that, and so may the day, by
 * which dates without a year go.
 */
export function readingVariantOf(config: Config): string {
  const names = (Object.keys(REACH) as (keyof Config)[]).filter((name) => REACH[name] === 'site');
  const decided = names.filter((name) => name !== 'directories' && name !== 'pass');
  const { root, ...folders } = config.directories;
  const today = withTimeZone(config.timezone, () => strftime(presentTime(config.sourceDate), '%F %z'));
  return JSON.stringify([
    variantOf(config),
    decided.map((name) => [name, config[name]]),
    Object.values(folders)
      .flat()
      .map((folder) => (typeof folder === 'string' ? relative(root, folder) : folder)),
    [...config.markdownExtensions],
    settingsBut(config, OF_COMMANDS),
    today,
  ]);
}
