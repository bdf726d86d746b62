import { CONFIG_FILE_NAMES, type Config } from '../model/config.js';
import { isWithin, joinPaths } from '../ruby/file-path.js';

/** Whether the build itself looks into a place of the source that is no page's: folders of templates, posts and the like, and files of settings. */
export function isOwnPlace(path: string, { directories, collections, configFiles, bundle }: Config): boolean {
  const { root, layouts, includes, data, sass, plugins, cache, theme } = directories;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '_posts' || name === '_drafts') return true;
  const files = [...configFiles, ...bundle.files, ...CONFIG_FILE_NAMES.map((file) => joinPaths(root, file))];
  const labels = collections.map(({ label }) => joinPaths(directories.collections, `_${label}`));
  const folders = [...layouts, ...includes, ...data, ...sass, ...plugins, ...labels, cache];
  if (theme !== null) folders.push(theme);
  // What leads there is no less ours.
  return files.includes(path) || folders.some((folder) => isWithin(path, folder));
}
