/** A theme's own configuration (Jekyll 4.4.1, `Site#load_theme_configuration`). */
import { lstatSync, readFileSync } from 'node:fs';
import type { Reporter } from '../report/logger.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { joinPaths } from '../ruby/file-path.js';
import type { RubyHash } from '../ruby/value.js';
import { decodeYaml } from '../ruby/yaml/yaml.js';
import { defaultSettings } from './defaults.js';
import { parseYamlFile } from './read-file.js';

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
