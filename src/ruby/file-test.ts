/** Ruby's `FileTest`: what stands at a path, links followed; nothing there is an answer too. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { joinPaths, slashed } from './file-path.js';

/** `File.directory?`. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** `File.file?`. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
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
