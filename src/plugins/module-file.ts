/** Files of npm packages, looked up from a site's folder. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The file behind a package's name or a path.
 *
 * @param root absolute path of the site's folder
 * @throws Error as Node's, e.g. with the code `MODULE_NOT_FOUND`
 */
export function resolveModule(name: string, root: string): string {
  const { resolve } = createRequire(join(root, '_config.yml'));
  try {
    return resolve(name);
  } catch (error) {
    const file = hasCode(error, 'ERR_PACKAGE_PATH_NOT_EXPORTED') ? importTarget(name, root) : null;
    if (file === null) throw error;
    return file;
  }
}

/** The file behind the name of a package that is installed in the site's folder or above; `null` when there is none. */
export function packageFile(name: string, root: string): string | null {
  if (!isInstalled(name, root)) return null;
  return resolveModule(name, root);
}

function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return true;
  return dirname(folder) !== folder && isInstalled(name, dirname(folder));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The entry of a package that has one for `import` only, which Node resolves for modules' own imports but for nobody else. */
function importTarget(name: string, root: string): string | null {
  const manifest = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) {
    return dirname(root) === root ? null : importTarget(name, dirname(root));
  }
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { import: target } = exports['.'] ?? exports;
  const file: unknown = target?.default ?? target;
  return typeof file === 'string' ? join(dirname(manifest), file) : null;
}
