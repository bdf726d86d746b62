import { posix } from 'node:path';
import { unescapePath } from './permalink.js';

/**
 * Where a page is written, relative to the destination: a URL ending in a slash gets `index` and the output's extension, any other
 * its extension unless it has it already (Jekyll 4.4.1, `Page#destination`).
 */
export function pageOutputPath(url: string, outputExtension: string): string {
  const path = url.endsWith('/') ? join(url, 'index') : join(url);
  return path.endsWith(outputExtension) ? path : path + outputExtension;
}

/** As for a page, but a folder's file is always `index.html` (`Document#destination`). */
export function documentOutputPath(url: string, outputExtension: string): string {
  if (url.endsWith('/')) return join(url, 'index.html');
  const path = join(url);
  return path.endsWith(outputExtension) ? path : path + outputExtension;
}

/** A static file's URL is its path (`StaticFile#destination`). */
export function staticOutputPath(url: string): string {
  return join(url);
}

/** Of the URL only the folder counts, as it is written (Jekyll 3.10.0, `StaticFile#destination`). */
export function nameKeepingOutputPath(url: string, name: string): string {
  return posix.normalize(`${posix.dirname(url)}/${name}`).replace(/^\/+/, '');
}

/** Resolves `.` and `..` against the root of the output, so that no URL leads out of it. */
function join(url: string, name = ''): string {
  const path = unescapePath(url);
  // Most have nothing to resolve, and a part of the URL needs no memory of its own.
  if (name === '' && path === url && isPlain(url)) return url.slice(1);
  return posix.normalize(`/${path}/${name}`).replace(/^\/+|\/+$/g, '');
}

/** Whether normalizing would change nothing. */
function isPlain(url: string): boolean {
  return /^\/[^/.]/.test(url) && !/\/[/.]|\/$/.test(url);
}
