import type { Config } from '../model/config.js';
import { deepMerge } from '../ruby/deep-merge.js';
import type { RubyHash } from '../ruby/value.js';
import { settleConfig } from './settle.js';

/** The configuration with other settings. Where everything lies, which theme and plugins there are and who holds the clock stays as it was found. */
export function withSettings(config: Config, settings: RubyHash): Config {
  const { directories, configFiles, variables, plugins, sourceDate } = config;
  return Object.freeze({
    ...settleConfig({ ...config, settings, directories, files: configFiles, environment: variables }),
    plugins,
    sourceDate,
  });
}

/** The configuration with settings of plugins under its own, as `Utils.deep_merge_hashes` of Jekyll 4.4.1 lays them. */
export function withDefaults(config: Config, defaults: readonly RubyHash[]): Config {
  if (defaults.length === 0) return config;
  // Of several plugins the one that is loaded first wins, as the one that merges first does in Ruby.
  const settings = defaults.reduce((own, below) => deepMerge(below, own), config.settings);
  return withSettings(config, settings);
}
