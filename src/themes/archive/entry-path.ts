import { ArchiveError } from './archive-error.js';

/** Bytes of a name that any file system takes. */
const LONGEST_PART = 255;
/** Bytes of a path in an archive: what is left of the 4,096 that Linux takes is for the folder it goes to. */
const LONGEST_PATH = 1024;

/**
 * An entry's name as a path: `./_layouts//post.html` is `_layouts/post.html`, and `` the archive's own folder.
 *
 * @throws ArchiveError for a name that could lead out of the folder the archive is unpacked to
 */
export function entryPath(name: string): string {
  if (name === '') throw new ArchiveError('it holds an entry without a name');
  if (name.includes('\0')) throw new ArchiveError(`it holds a name with a NUL (${shownName(name)})`);
  if (name.startsWith('/')) throw new ArchiveError(`it holds an absolute path (${shownName(name)})`);
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  // Windows takes `.. ` and `...` for `..`.
  if (parts.some((part) => /^\.\.[. ]*$/.test(part)))
    throw new ArchiveError(`it holds a path that leads out of its folder (${shownName(name)})`);
  const path = parts.join('/');
  if (Buffer.byteLength(path) > LONGEST_PATH || parts.some((part) => Buffer.byteLength(part) > LONGEST_PART))
    throw new ArchiveError(`it holds a name that is too long (${shownName(name)})`);
  return path;
}

/** A name for a message: one that is long is cut, and no terminal obeys it. */
export function shownName(name: string): string {
  const text = name.replaceAll(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, '?');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
