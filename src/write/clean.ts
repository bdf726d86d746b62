/** Removing what no longer belongs into the output (Jekyll 4.4.1, `Cleaner`). */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Hooks } from '../model/hooks.js';
import * as messages from '../report/messages.js';
import { isWithin } from '../ruby/file-path.js';
import { realPath } from '../ruby/file-test.js';
import { type EntryKind, foldersAbove } from './existing.js';
import type { Manifest } from './manifest.js';

/** What cleaning goes by. */
export interface CleanInputs {
  readonly config: Config;
  /** What stands in the destination now. */
  readonly existing: ReadonlyMap<string, EntryKind>;
  /** Paths about to be written. */
  readonly outputs: ReadonlySet<string>;
  /** What earlier builds wrote; `null` before the first. */
  readonly manifest: Manifest | null;
  readonly hooks: Hooks;
}

/** A file being written by a build that did not live to rename it. */
const TEMPORARY_FILE = /(?:^|\/)\.utterson-[0-9a-f]+\.tmp$/;

/**
 * Stops the first build into a folder outside the site that holds files: they would be removed.
 *
 * @throws SiteError
 */
export function refuseForeignFolder({ config, existing, manifest }: CleanInputs): void {
  const { destination, root, source, removesForeign } = config.directories;
  if (!removesForeign || manifest !== null || config.force) return;
  const real = realPath(destination);
  if ([root, source].some((folder) => isWithin(realPath(folder), real))) return;
  const isKept = keptPaths(config.keepFiles);
  const files = [...existing].filter(([path, kind]) => kind !== 'folder' && !isKept(path)).length;
  if (files > 0) throw new SiteError(messages.destinationNotOurs(destination, files));
}

/** Removes obsolete files and folders; answers the paths of the files, relative to the destination. */
export function cleanOutput(inputs: CleanInputs): readonly string[] {
  const { config, existing, hooks } = inputs;
  const { destination } = config.directories;
  const obsolete = findObsolete(inputs).map((path) => join(destination, path));
  hooks.clean(obsolete);
  for (const path of obsolete) rmSync(path, { recursive: true, force: true });
  return obsolete
    .map((path) => path.slice(destination.length + 1))
    .filter((path) => existing.get(path) !== 'folder');
}

/** Paths to remove, relative to the destination, folders before what is in them. */
export function findObsolete(inputs: CleanInputs): string[] {
  const { config, existing, outputs, manifest } = inputs;
  const isKept = keptPaths(config.keepFiles);
  const folders = new Set([...outputs].flatMap(foldersAbove));
  const ours = new Set([...(manifest?.keys() ?? [])].flatMap((path) => [path, ...foldersAbove(path)]));
  const isOurs = (path: string): boolean =>
    config.directories.removesForeign || ours.has(path) || TEMPORARY_FILE.test(path);
  const obsolete: string[] = [];
  for (const [path, kind] of existing) {
    if (folders.has(path)) {
      if (kind !== 'folder') obsolete.push(path);
    } else if (!outputs.has(path) && !isKept(path) && isOurs(path)) {
      obsolete.push(path);
    } else if (outputs.has(path) && kind === 'folder') {
      obsolete.push(path);
    }
  }
  return config.directories.removesForeign ? obsolete : withoutFoldersInUse(obsolete, existing);
}

/** In our own shape a folder goes only when everything in it goes. */
function withoutFoldersInUse(obsolete: string[], existing: ReadonlyMap<string, EntryKind>): string[] {
  const going = new Set(obsolete);
  const inUse = new Set<string>();
  for (const path of existing.keys()) {
    if (!going.has(path)) for (const folder of foldersAbove(path)) inUse.add(folder);
  }
  return obsolete.filter((path) => !inUse.has(path));
}

/**
 * Whether a path is kept: `keep_files` are the beginnings of paths (`.git` also keeps `.github`), and the folders above them stay.
 */
function keptPaths(keepFiles: readonly string[]): (path: string) => boolean {
  const above = new Set(keepFiles.flatMap((file) => foldersAbove(file.replace(/^\/+/, ''))));
  return (path) => above.has(path) || keepFiles.some((file) => path.startsWith(file));
}
