import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { loadConfig } from '../../config/load.js';
import type { Config } from '../../model/config.js';
import { isWithin, slashed } from '../../ruby/file-path.js';
import type { Invocation } from '../line/command.js';
import { configFlags } from '../line/config-flags.js';

/** The configuration of the site that a document is written to. */
export function siteConfig({ directory, environment, flags, reporter }: Invocation): Config {
  // Most flags of these commands (`date`, `layout`, …) are about the document; only these are about the site.
  const { config, source, collections_dir } = configFlags(flags);
  const given = Object.entries({ config, source, collections_dir }).filter(
    ([, value]) => value !== undefined,
  );
  return loadConfig({
    directory,
    flags: Object.fromEntries(given) as ReturnType<typeof configFlags>,
    environment,
    reporter,
    ignoresMissingTheme: true,
  });
}

/**
 * The path below the folder of posts and collections of a file the user names: so, as in Jekyll, or else from the working
 * directory, as shells complete it and our own messages print it.
 */
export function pathBelow(config: Config, directory: string, given: string): string {
  const { collections } = config.directories;
  const path = resolve(directory, given);
  if (existsSync(join(collections, given)) || !existsSync(path) || !isWithin(collections, path)) return given;
  return slashed(relative(collections, path));
}

/** A path of the site as messages show it: below the folder of posts and collections, relative to the working directory. */
export function sitePath(config: Config, directory: string, path: string): string {
  const root = slashed(relative(directory, config.directories.collections));
  return root === '' ? path : `${root}/${path}`;
}
