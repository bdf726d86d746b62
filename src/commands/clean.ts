import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import type { Reporter } from '../report/logger.js';
import { findObsolete } from '../write/clean.js';
import { listExisting } from '../write/existing.js';
import { refuseForeignFolder } from '../write/foreign-folder.js';
import { readManifest } from '../write/manifest.js';
import type { Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';

/** `utterson clean`: removes what builds leave behind, and names each (Jekyll 4.4.1, `Commands::Clean`). */
export async function clean({ reporter, directory, environment, flags }: Invocation): Promise<number> {
  const config = loadConfig({
    directory,
    flags: configFlags(flags),
    environment,
    reporter,
    ignoresMissingTheme: true,
  });
  const { directories } = config;
  removeEntry(directories.destination, 'folder', reporter, () => removeOutput(config, reporter));
  const removeWhole = (path: string) => () => rmSync(resolve(directory, path), { recursive: true });
  const metadata = join(directories.source, '.jekyll-metadata');
  removeEntry(metadata, 'file', reporter, removeWhole(metadata));
  removeEntry(directories.cache, 'folder', reporter, removeWhole(directories.cache));
  removeEntry('.sass-cache', 'folder', reporter, removeWhole('.sass-cache'), directory);
  return 0;
}

/** @param path as messages show it, relative to `directory` */
function removeEntry(
  path: string,
  kind: 'file' | 'folder',
  reporter: Reporter,
  remove: () => void,
  directory = '',
): void {
  const found = statSync(resolve(directory, path), { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory() !== (kind === 'folder')) {
    reporter.info('Cleaner:', `Nothing to do for ${path}.`);
    return;
  }
  reporter.info('Cleaner:', `Removing ${path}...`);
  remove();
}

/**
 * Removes the output by the rules of a build's own clean step: in our own shape only what builds wrote, in Jekyll's everything,
 * but no folder outside the site that no build has written to.
 */
function removeOutput(config: Config, reporter: Reporter): void {
  const { destination, cache, removesForeign } = config.directories;
  const existing = listExisting(destination);
  const manifest = readManifest(cache, destination);
  const inputs = { config, existing, outputs: new Set<string>(), manifest, remembers: true };
  refuseForeignFolder(inputs);
  if (removesForeign || config.force) {
    rmSync(destination, { recursive: true });
    return;
  }
  for (const path of findObsolete(inputs)) rmSync(join(destination, path), { recursive: true, force: true });
  if (readdirSync(destination).length === 0) rmdirSync(destination);
  else reporter.info('', `What no build has written stays in ${destination}; --force removes it, too.`);
}
