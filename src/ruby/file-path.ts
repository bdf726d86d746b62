/** Paths as Jekyll joins them. They use `/` on every system; `posix` and `slashed` are the border to the machine's own. */
import { posix, resolve, sep } from 'node:path';

/** A path of the machine with `/` between its parts; a backslash is a separator only where the machine has it for one. */
export function slashed(path: string, separator: string = sep): string {
  return separator === '/' ? path : path.replaceAll(separator, '/');
}

/** `File.expand_path(path, directory)`, `~` for the home directory included. */
export function expandPath(path: string, directory: string, home: string | undefined): string {
  if (home !== undefined && (path === '~' || path.startsWith('~/')))
    return slashed(resolve(home, path.slice(2)));
  return slashed(resolve(directory, path));
}

const SLASH = 47;

/** Ruby's `File.join` of two parts: exactly one slash where they meet, an empty part included. */
export function joinPaths(base: string, item: string): string {
  let end = base.length;
  while (end > 0 && base.charCodeAt(end - 1) === SLASH) end--;
  let start = 0;
  while (start < item.length && item.charCodeAt(start) === SLASH) start++;
  return `${base.slice(0, end)}/${item.slice(start)}`;
}

/**
 * `Jekyll.sanitized_path`: the path inside the base folder, whatever `..` it holds; a path that already lies in the base is
 * taken as it is.
 */
export function sanitizedPath(base: string, path: string): string {
  if (path === '' || path === base) return base;
  if (isWithin(base, path)) {
    const normal = posix.normalize(path);
    if (isWithin(base, normal)) return normal;
  }
  const inside = posix.resolve('/', path.replace(/^~/, '/~').replace(/^[A-Za-z]:\//, '/'));
  return isWithin(base, inside) ? inside : joinPaths(base, inside);
}

/** Path below a folder, e.g. `docs/a.md`; a path that is not below it comes back as it is. */
export function pathWithin(folder: string, path: string): string {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** Whether the path is the folder or lies in it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
