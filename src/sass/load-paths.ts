import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { isDirectory } from '../ruby/file-test.js';

/**
 * The folders Sass looks imports up in: those of `sass: load_paths`, globs filled in, then the site's and the theme's Sass
 * folders (jekyll-sass-converter 3.1, `sass_load_paths`).
 *
 * @param paths   as written, relative to the source folder
 * @param folders absolute, first wins
 */
export function findLoadPaths(
  paths: readonly string[],
  source: string,
  folders: readonly string[],
): string[] {
  const own = paths.flatMap((path) => expand(path, source));
  return [...new Set([...own, ...folders])].filter(isDirectory);
}

function expand(path: string, source: string): string[] {
  if (!fastGlob.isDynamicPattern(path)) return [resolve(source, path)];
  return fastGlob.sync(path, { cwd: source, onlyDirectories: true, absolute: true }).sort();
}
