import { relative } from 'node:path';
import type { Config } from '../model/config.js';
import type { Reporter } from '../report/logger.js';

/** Tells once that a file is taken for one that the site's own code writes: a save of it while a build runs would not be seen. */
export function tellOwnFile(path: string, { directories }: Config, reporter: Reporter): void {
  const name = relative(directories.root, path);
  reporter.warn(
    'Watching:',
    `Each build writes '${name}'. What it writes there while it runs starts no other.`,
  );
}

/** Tells that watching is slower from now on, and how it would be quicker. */
export function tellPolling({ message }: Error, reporter: Reporter): void {
  reporter.warn('Watching:', `${message}. Looking at all files again and again instead, which takes longer.`);
}
