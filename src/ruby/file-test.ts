/** Ruby's `FileTest`: what stands at a path, links followed; nothing there is an answer too. */
import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { joinPaths, slashed } from './file-path.js';

/** `File.directory?`. */
export function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** `File.file?`. */
export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** Whether it is a pipe, a socket or a device: opening one may wait for ever, and reading it never end. */
export function isSpecialFile(path: string): boolean {
  const stats = statOf(path);
  return stats !== null && !stats.isFile() && !stats.isDirectory();
}

/** `null` for what is not there, a link to nothing or in a circle, and what we may not look at. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** `File.realpath`, also of what is not there: links in the part that is there are followed. */
export function realPath(path: string): string {
  try {
    return slashed(realpathSync.native(path));
  } catch {
    // Not there yet: resolve the folder it will be made in.
    const parent = dirname(path);
    return parent === path ? path : joinPaths(realPath(parent), basename(path));
  }
}
