import type { Config } from '../model/config.js';
import { isWithin } from '../ruby/file-path.js';
import { realPath } from '../ruby/file-test.js';

/** Whether `safe` forbids to read there: a path that leads, links followed, out of the site and its theme. */
export function isForbiddenBySafe(path: string, { safe, directories }: Config): boolean {
  if (!safe) return false;
  const { root, source, theme } = directories;
  const real = realPath(path);
  return ![root, source, theme].some((base) => base !== null && isWithin(realPath(base), real));
}
