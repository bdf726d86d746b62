/** Ruby's `FileTest`: what stands at a path, links followed; nothing there is an answer too. */
import { statSync } from 'node:fs';

/** `File.directory?`. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** `File.file?`. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
