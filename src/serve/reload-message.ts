import { compileFnmatch } from '../ruby/fnmatch.js';
import type { LiveMessage } from './client-script.js';

/**
 * What the browsers must do after a build that changed these files; `null` for nothing. Style sheets alone are swapped without a
 * reload.
 *
 * @param ignore globs of output paths that never reload a page (`--livereload-ignore`)
 */
export function reloadMessage(
  changedPaths: readonly string[],
  baseurl: string,
  ignore: readonly string[],
): LiveMessage | null {
  const ignored = ignore.map(compileFnmatch);
  const paths = changedPaths.filter((path) => !ignored.some((matches) => matches(path)));
  if (paths.length === 0) return null;
  if (!paths.every((path) => /\.css(\.map)?$/.test(path))) return { type: 'reload' };
  return {
    type: 'styles',
    paths: paths.filter((path) => path.endsWith('.css')).map((path) => `${baseurl}/${path}`),
  };
}
