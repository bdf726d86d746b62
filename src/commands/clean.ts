import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadConfig } from '../config/load.js';
import type { Invocation } from './command.js';
import { configFlags } from './config-flags.js';

/** `utterson clean`: removes what builds leave behind, and names each (Jekyll 4.4.1, `Commands::Clean`). */
export async function clean({ reporter, directory, environment, flags }: Invocation): Promise<number> {
  const { directories } = loadConfig({ directory, flags: configFlags(flags), environment, reporter });
  const targets = [
    { path: directories.destination, isFolder: true },
    { path: join(directories.source, '.jekyll-metadata'), isFolder: false },
    { path: directories.cache, isFolder: true },
    { path: '.sass-cache', isFolder: true },
  ];
  for (const { path, isFolder } of targets) {
    const absolute = resolve(directory, path);
    const found = statSync(absolute, { throwIfNoEntry: false });
    if (found && found.isDirectory() === isFolder) {
      reporter.info('Cleaner:', `Removing ${path}...`);
      rmSync(absolute, { recursive: true });
    } else {
      reporter.info('Cleaner:', `Nothing to do for ${path}.`);
    }
  }
  return 0;
}
