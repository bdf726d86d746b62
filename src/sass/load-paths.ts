import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { sanitizedPath } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';

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
  const own = paths.flatMap((path) => expand(inside(path), source)).map(inside);
  return [...new Set([...own, ...folders])].filter(isDirectory);
}

function expand(path: string, source: string): string[] {
  if (!fastGlob.isDynamicPattern(path)) return [resolve(source, path)];
  return fastGlob.sync(path, { cwd: source, onlyDirectories: true, absolute: true }).sort();
}
