/** What Ruby is told at its beginning. */
import type { Config } from '../model/config.js';
import { RubyTime } from '../ruby/time/time.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { hash } from './file-attributes.js';
import { gemFolders } from './gem-folders.js';
import type { Writable } from './marshal/write-marshal.js';

/** What Ruby is told before the first plugin is loaded. @param filters names of ours */
export function greetingOf(config: Config, filters: readonly string[]): readonly Writable[] {
  return [sessionSettings(config), config.settings, filters];
}

/** What the shim asks of the configuration besides its settings. */
function sessionSettings(config: Config): RubyHash {
  const { directories } = config;
  const variables = Object.entries(config.variables).filter(([, value]) => value !== undefined);
  return hash({
    source: directories.source,
    destination: directories.destination,
    directory: directories.root,
    cache_dir: directories.cache,
    collections_path: directories.collections,
    includes: [...directories.includes],
    labels: config.collections.map(({ label }) => label),
    theme_root: directories.theme,
    environment: config.environment,
    variables: new Map<Value, Value>(variables.map(([name, value]) => [name, value ?? null])),
    markdown_ext: [...config.markdownExtensions],
    zone: config.timezone ?? config.variables['TZ'] ?? null,
    clock: config.sourceDate,
    time: new RubyTime(0, 0, 0, 'UTC'),
    gems: gemFolders(config),
  });
}
