/** Removing what no longer belongs into the output (Jekyll 4.4.1, `Cleaner`). */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Hooks } from '../model/hooks.js';
import * as messages from '../report/messages.js';
import { type EntryKind, foldersAbove, foldersAboveAll } from './existing.js';
import type { Manifest } from './manifest.js';

/** What decides on what is obsolete. */
export interface Standing {
  readonly config: Config;
  /** What stands in the destination now. */
  readonly existing: ReadonlyMap<string, EntryKind>;
  /** Paths about to be written. */
  readonly outputs: ReadonlySet<string>;
  /** What earlier builds wrote; `null` before the first. */
  readonly manifest: Manifest | null;
  /** Whether this build, too, can keep a manifest. */
  readonly remembers: boolean;
}

/** What cleaning goes by. */
export interface CleanInputs extends Standing {
  readonly hooks: Hooks;
  /** Told whenever something in the destination has changed. */
  readonly onChange: () => void;
}

/** A file being written by a build that did not live to rename it. */
const TEMPORARY_FILE = /(?:^|\/)\.utterson-[0-9a-f]+\.tmp$/;

/**
 * Removes obsolete files and folders; answers the paths of the files, relative to the destination.
 *
 * @throws SiteError for what cannot be removed, and, before anything is, for what stays and stands in the way
 */
export function cleanOutput(inputs: CleanInputs): readonly string[] {
  const { config, existing, hooks, onChange } = inputs;
  const { destination } = config.directories;
  const absolute = findObsolete(inputs).map((path) => join(destination, path));
  hooks.clean(absolute);
  const obsolete = absolute.map((path) => path.slice(destination.length + 1));
  refuseObstacles(inputs, new Set(obsolete));
  for (const path of absolute) {
    remove(path);
    onChange();
  }
  return obsolete.filter((path) => existing.get(path) !== 'folder');
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    throw new SiteError({ ...messages.unremovableFile((error as Error).message, path), cause: error });
  }
}

/** Stops at a file where a folder must be, and at a folder where a file must be, that do not go. */
function refuseObstacles({ config, existing, outputs }: Standing, going: ReadonlySet<string>): void {
  if (existing.size === 0) return;
  const { destination } = config.directories;
  const refuse = (path: string, output: string): never => {
    throw new SiteError(messages.destinationOccupied(join(destination, path), join(destination, output)));
  };
  const isObstacle = (folder: string): boolean => {
    const kind = existing.get(folder);
    return kind !== undefined && kind !== 'folder' && !going.has(folder);
  };
  const hasObstacles = [...foldersAboveAll(outputs)].some(isObstacle);
  for (const output of outputs) {
    if (existing.get(output) === 'folder' && !going.has(output)) refuse(output, output);
    if (!hasObstacles) continue;
    for (const folder of foldersAbove(output)) if (isObstacle(folder)) refuse(folder, output);
  }
}

/** Paths to remove, relative to the destination, folders before what is in them. */
export function findObsolete(inputs: Standing): string[] {
  const { config, existing, outputs, manifest } = inputs;
  const isKept = keptPaths(config.keepFiles);
  const folders = foldersAboveAll(outputs);
  const foldersOfOurs = foldersAboveAll(manifest?.keys() ?? []);
  const isOurs = (path: string): boolean =>
    config.directories.removesForeign ||
    manifest?.has(path) === true ||
    foldersOfOurs.has(path) ||
    TEMPORARY_FILE.test(path);
  const obsolete: string[] = [];
  for (const [path, kind] of existing) {
    if (folders.has(path)) {
      if (kind !== 'folder' && isOurs(path)) obsolete.push(path);
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
  const inUse = foldersAboveAll([...existing.keys()].filter((path) => !going.has(path)));
  return obsolete.filter((path) => !inUse.has(path));
}

/**
 * Whether a path is kept: `keep_files` are the beginnings of paths (`.git` also keeps `.github`), and the folders above them stay.
 */
export function keptPaths(keepFiles: readonly string[]): (path: string) => boolean {
  const above = new Set(keepFiles.flatMap((file) => foldersAbove(file.replace(/^\/+/, ''))));
  return (path) => above.has(path) || keepFiles.some((file) => path.startsWith(file));
}
