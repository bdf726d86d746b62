/** Where a build looks for what a site is made of. */
import type { Config } from '../model/config.js';
import type { Directories } from '../model/directories.js';

/** Absolute paths of folders, those that are not there included. */
export function inputFolders({
  source,
  collections,
  layouts,
  includes,
  data,
  sass,
  plugins,
  public: copied,
  theme,
}: Directories): readonly string[] {
  const all = [source, collections, ...layouts, ...includes, ...data, ...sass, ...plugins, copied, theme];
  return [...new Set(all.filter((path) => path !== null))];
}

/** Absolute paths of files beside them: the configuration, and what the Gemfile is read from. */
export function inputFiles({ configFiles, bundle }: Config): readonly string[] {
  return [...new Set([...configFiles, ...bundle.files])];
}
