/** What a compiled style sheet read, as keys. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DependencyKey } from '../../model/dependency.js';
import type { Directories } from '../../model/directories.js';
import { isWithin, pathWithin, slashed } from '../../ruby/file-path.js';
import type { SassSource, Stylesheet } from '../../sass/compiler.js';

/** Functions whose result differs from compilation to compilation. */
const CHANCE = /\b(?:random|unique-id)\b/;

/**
 * The bytes of the files that were loaded, and the names in every folder in which an import may have been looked up: a file that comes
 * up there can take another one's place. A style sheet that asks for chance is never the same again.
 */
export function keysOfStylesheet(
  { text, path, loadPaths }: SassSource,
  { files }: Stylesheet,
  directories: Directories,
): DependencyKey[] {
  const loaded = files.filter((file) => file !== path);
  const own = path === null ? [] : [path];
  const folders = new Set([...loadPaths, ...[...own, ...files].map((file) => dirname(file))]);
  const sources = [text, ...loaded.map((file) => readFileSync(file, 'utf8'))];
  return [
    ...loaded.map((file): DependencyKey => `sass:${nameOf(file, directories)}`),
    ...[...folders].map((folder): DependencyKey => `sass-names:${nameOf(folder, directories)}`),
    ...(sources.some((source) => CHANCE.test(source)) ? (['random'] as const) : []),
  ];
}

/** Within the site as it is, its own folder as `.`; within the theme behind `theme/`; a file from anywhere else by its whole path. */
function nameOf(file: string, { root, theme }: Directories): string {
  if (file === root) return '.';
  if (isWithin(root, file)) return pathWithin(root, slashed(file));
  return theme !== null && isWithin(theme, file)
    ? `theme/${pathWithin(theme, slashed(file))}`
    : slashed(file);
}
