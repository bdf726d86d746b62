/** Where others get this program: until it is on the registry nothing that we print or write may say that it is. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { slashed } from '../../ruby/file-path.js';
import { packageRoot, packageVersion } from './package-root.js';

/** Whether the registry has the program by the name in its package.json. A test keeps the README to it. */
export const IS_PUBLISHED = false;

/** How a folder's package.json names this copy: a version, or the clone or the packed file that it came from. */
export function dependencyFor(folder: string): string {
  if (IS_PUBLISHED) return `^${packageVersion()}`;
  const path = relative(folder, packedFile(packageRoot()) ?? packageRoot());
  return `file:${slashed(path)}`;
}

/** The file that npm installed the package from; `null` for a clone, and where npm has not noted it. */
function packedFile(root: string): string | null {
  const modules = dirname(root);
  const lock = join(modules, '.package-lock.json');
  if (!existsSync(lock)) return null;
  const { packages = {} } = JSON.parse(readFileSync(lock, 'utf8')) as Lock;
  const resolved = packages['node_modules/utterson']?.resolved;
  return resolved?.startsWith('file:') ? resolve(dirname(modules), resolved.slice('file:'.length)) : null;
}

interface Lock {
  readonly packages?: Readonly<Record<string, { readonly resolved?: string } | undefined>>;
}
