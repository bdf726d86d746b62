/** Telling that a destination is not ours before anything is written there, or removed. */
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { isWithin } from '../ruby/file-path.js';
import { realPath } from '../ruby/file-test.js';
import { writtenFiles } from '../site/site-files.js';
import { openCache } from './cache.js';
import { keptPaths, type Standing } from './clean.js';
import { listExisting } from './existing.js';
import { type Manifest, readManifest } from './manifest.js';

/**
 * Stops the first build into a folder outside the site that holds files: they would be removed. Where builds remember nothing each is a
 * first one: there a file the site has is taken for one of an earlier build.
 *
 * @throws SiteError
 */
export function refuseForeignFolder(inputs: Standing): void {
  const { config, existing, outputs, manifest, remembers } = inputs;
  if (!isFirstElsewhere(config, () => manifest)) return;
  const files = foreignFiles(config, existing);
  const unknown = remembers ? files : files.filter((path) => !outputs.has(path));
  if (unknown.length > 0) refuse(config, unknown.length);
}

/**
 * The same before anything waits inside the destination. Where builds remember nothing, pages that come up while others are rendered may
 * have been written by an earlier one: a folder that holds any file of the site is looked at again when it is written to.
 *
 * @param site `null` before it is read: then only builds that remember can tell
 * @throws SiteError
 */
export function refuseForeignDestination(config: Config, site: Site | null): void {
  const { cache, destination } = config.directories;
  if (!isFirstElsewhere(config, () => readManifest(cache, destination))) return;
  const files = foreignFiles(config, listExisting(destination));
  if (files.length === 0) return;
  // What is wrong with the cache is told when something is to be kept in it.
  const remembers = openCache(config, () => {}) !== null;
  if (remembers || (site !== null && !holdsAnyOf(site, files))) refuse(config, files.length);
}

function holdsAnyOf(site: Site, paths: readonly string[]): boolean {
  const outputs = new Set([...site.publicFiles, ...writtenFiles(site)].map(({ outputPath }) => outputPath));
  return paths.some((path) => outputs.has(path));
}

/** Whether no build is known to have written to a destination outside the site, and files of others would go. */
function isFirstElsewhere({ force, directories }: Config, manifest: () => Manifest | null): boolean {
  const { destination, root, source, removesForeign } = directories;
  if (!removesForeign || force) return false;
  const real = realPath(destination);
  if ([root, source].some((folder) => isWithin(realPath(folder), real))) return false;
  return manifest() === null;
}

/** Files and links that a build would remove. */
function foreignFiles({ keepFiles }: Config, existing: Standing['existing']): string[] {
  const isKept = keptPaths(keepFiles);
  return [...existing].filter(([path, kind]) => kind !== 'folder' && !isKept(path)).map(([path]) => path);
}

function refuse({ directories }: Config, files: number): never {
  throw new SiteError(messages.destinationNotOurs(directories.destination, files));
}
