import { relative } from 'node:path';
import { loadConfig } from '../../config/load.js';
import type { Config } from '../../model/config.js';
import { slashed } from '../../ruby/file-path.js';
import type { Invocation } from '../command.js';
import { configFlags } from '../config-flags.js';

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

/** A path of the site as messages show it: below the folder of posts and collections, relative to the working directory. */
export function sitePath(config: Config, directory: string, path: string): string {
  const root = slashed(relative(directory, config.directories.collections));
  return root === '' ? path : `${root}/${path}`;
}
