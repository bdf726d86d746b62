import { realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What stands behind the path of a request. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  /** A folder without an index page. */
  | { readonly kind: 'folder'; readonly path: string }
  /** A folder asked for without its slash. */
  | { readonly kind: 'slash' }
  | { readonly kind: 'missing' };

/** Tried in a folder, in WEBrick's order. */
const INDEX_NAMES = ['index.htm', 'index.html', 'index.xhtml', 'index.xml', 'index.json'];
/** Tried after a path that is no file, so that `/about` finds `about.html`. */
const PAGE_EXTENSIONS = ['.html', '.xhtml'];
/** Server settings and backups, which static hosts don't hand out either, and what a build has there while it runs. */
const HIDDEN = /(^|\/)(\.ht[^/]*|\.utterson-[^/]*|[^/]*~)(\/|$)/;

const MISSING: Found = { kind: 'missing' };

/** Whether a path has a name in it that is never answered. */
export function isHidden(path: string): boolean {
  return HIDDEN.test(path);
}

/**
 * Looks a request's path up in the output folder as static hosts do: index pages of folders, `about.html` for `/about`.
 * Never answers a file outside the folder, be it by `..`, encoded separators or a link.
 *
 * @param folder absolute path of the output
 * @param pathname of the URL, still percent-encoded, with a leading slash
 */
export function findFile(folder: string, pathname: string): Found {
  const path = decodePath(pathname);
  if (path === null || isHidden(path)) return MISSING;
  const found = lookUp(join(folder, path), path.endsWith('/'));
  if (found.kind === 'file' || found.kind === 'folder') return isInside(folder, found.path) ? found : MISSING;
  return found;
}

/** A path as a person reads it; what cannot be decoded stays as it is. */
export function decodedPath(pathname: string): string {
  return decoded(pathname) ?? pathname;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function decodePath(pathname: string): string | null {
  const path = decoded(pathname);
  if (path === null) return null;
  const isUnsafe = path.includes('\0') || path.includes('\\') || path.split('/').includes('..');
  return isUnsafe ? null : path;
}

function lookUp(path: string, endsWithSlash: boolean): Found {
  const stat = statOf(path);
  if (stat?.isFile()) return endsWithSlash ? MISSING : { kind: 'file', path };
  if (stat?.isDirectory()) {
    // `about.html` beside a folder `about` answers `/about`, as on GitHub Pages.
    const page = endsWithSlash ? undefined : firstFile(PAGE_EXTENSIONS.map((extension) => path + extension));
    if (page) return { kind: 'file', path: page };
    if (!endsWithSlash) return { kind: 'slash' };
    const index = firstFile(INDEX_NAMES.map((name) => join(path, name)));
    return index ? { kind: 'file', path: index } : { kind: 'folder', path };
  }
  const page = endsWithSlash ? undefined : firstFile(PAGE_EXTENSIONS.map((extension) => path + extension));
  return page ? { kind: 'file', path: page } : MISSING;
}

function firstFile(paths: readonly string[]): string | undefined {
  return paths.find((path) => statOf(path)?.isFile());
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A path through a file (`/a.html/b`) or one too long names nothing.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') return undefined;
    throw error;
  }
}

function isInside(folder: string, path: string): boolean {
  const root = realpathSync(folder);
  const real = realpathSync(path);
  return real === root || real.startsWith(root + sep);
}
