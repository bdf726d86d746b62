import { resolve } from 'node:path';
import { sanitizedPath } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { glob } from '../ruby/glob.js';

/**
 * The folders Sass looks imports up in: those of `sass: load_paths`, globs filled in, then the site's and the theme's Sass
 * folders (jekyll-sass-converter 3.1, `sass_load_paths`).
 *
 * @param paths   as written, relative to the source folder
 * @param folders absolute, first wins
 * @param isSafe  whether all paths are taken as paths inside the source
 */
export function findLoadPaths(
  paths: readonly string[],
  source: string,
  folders: readonly string[],
  isSafe = false,
): string[] {
  const inside = (path: string): string => (isSafe ? sanitizedPath(source, path) : path);
  const own = paths
    .flatMap((path) => glob(inside(path), source))
    .map((path) => inside(resolve(source, path)));
  return [...new Set([...own, ...folders])].filter(isDirectory);
}
