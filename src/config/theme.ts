/** Finds a theme's folder and takes its configuration in (`Theme`, `Site#load_theme_configuration`). */
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Bundle } from '../model/bundle.js';
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { expandPath, joinPaths, slashed } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { decodeYaml } from '../ruby/yaml/yaml.js';
import { defaultSettings } from './defaults.js';
import type { Environment } from './environment.js';
import { parseYamlFile } from './read-file.js';

/** Where and how a theme is looked for. */
export interface ThemeSearch {
  /** The site's folder. */
  readonly root: string;
  readonly environment: Environment;
  /** Whose lock says which version of a gem counts. */
  readonly bundle: Bundle;
  /** A theme that is not there counts as none. */
  readonly isOptional: boolean;
}

/**
 * The folder of the theme named by `theme:`, links resolved: a path from the site's folder, else a package in `node_modules`,
 * else an installed gem.
 *
 * @throws SiteError when there is none of that name, unless it is optional
 */
export function findTheme(
  value: Value,
  { root, environment, bundle, isOptional }: ThemeSearch,
): string | null {
  if (typeof value !== 'string') return null;
  const name = value.toLowerCase().trim();
  const found =
    themeByPath(value, root, environment) ??
    themeInNodeModules(name, root) ??
    themeGem(name, root, environment, bundle);
  if (found === null && isOptional) return null;
  if (found === null) throw new SiteError(messages.themeNotFound(name));
  return slashed(realpathSync(found));
}

function themeByPath(value: string, root: string, environment: Environment): string | null {
  if (!/[/\\]|^\.{1,2}$/.test(value)) return null;
  const path = expandPath(value, root, environment['HOME']);
  return isDirectory(path) ? path : null;
}

function themeInNodeModules(name: string, root: string): string | null {
  const path = joinPaths(joinPaths(root, 'node_modules'), name);
  if (isDirectory(path)) return path;
  const parent = dirname(root);
  return parent === root ? null : themeInNodeModules(name, parent);
}

/** The gem's folder `NAME-VERSION`: the version in `Gemfile.lock`, else the highest there is. */
function themeGem(name: string, root: string, environment: Environment, bundle: Bundle): string | null {
  const locked = bundle.versions[name] ?? null;
  const candidates = gemFolders(root, environment).flatMap((folder) => versionsIn(folder, name));
  const matching = locked === null ? candidates : candidates.filter(({ version }) => version === locked);
  const best = matching.sort((a, b) => compareVersions(b.version, a.version))[0];
  return best?.path ?? null;
}

/** Every `gems` folder of the Rubies and bundles that may be on the machine. */
function gemFolders(root: string, environment: Environment): string[] {
  const home = environment['HOME'] ?? '/';
  const paths = [environment['GEM_HOME'], ...(environment['GEM_PATH'] ?? '').split(':')].filter(
    (path) => path,
  );
  const bases = [
    ...childFolders(`${root}/vendor/bundle/ruby`),
    ...(paths as string[]),
    ...childFolders(`${home}/.gem/ruby`),
    ...childFolders(`${home}/.local/share/gem/ruby`),
    ...childFolders(`${home}/.rvm/gems`),
    ...childFolders(`${home}/.rbenv/versions`).flatMap((ruby) => childFolders(`${ruby}/lib/ruby/gems`)),
    ...childFolders('/opt/homebrew/lib/ruby/gems'),
    ...childFolders('/usr/local/lib/ruby/gems'),
    ...childFolders('/usr/local/bundle'),
    ...childFolders('/usr/lib/ruby/gems'),
    ...childFolders('/var/lib/gems'),
    '/usr/local/bundle',
    '/usr/share/rubygems-integration/all',
  ];
  return bases.map((base) => `${base}/gems`).filter(isDirectory);
}

function childFolders(folder: string): string[] {
  return isDirectory(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
}

function versionsIn(folder: string, name: string): { path: string; version: string }[] {
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name}-`) && /^\d[\w.]*$/.test(entry.slice(name.length + 1)))
    .map((entry) => ({ path: `${folder}/${entry}`, version: entry.slice(name.length + 1) }));
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/** The settings over the theme's own `_config.yml`, of which keys with a default are left out. */
export function withThemeSettings(settings: RubyHash, theme: string, reporter: Reporter): RubyHash {
  const path = joinPaths(theme, '_config.yml');
  if (settings.get('ignore_theme_config') === true || !isPlainFile(path)) return settings;
  const loaded = parseYamlFile(decodeYaml(readFileSync(path)), path, path);
  if (!(loaded instanceof Map)) return settings;
  reporter.info('Theme Config file:', path);
  const defaults = defaultSettings('/');
  const own: RubyHash = new Map([...loaded].filter(([key]) => !defaults.has(key)));
  return deepMerge(own, settings);
}

function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
