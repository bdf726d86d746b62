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

/** What cleaning made of it. */
export interface Cleaned {
  /** Files that are gone, relative to the destination. */
  readonly removed: readonly string[];
  /** Folders in which something stays that no build of ours put there; `''` for the destination itself. */
  readonly shared: ReadonlySet<string>;
}

/** What goes and what stays, relative to the destination, folders before what is in them. */
interface Sorted {
  readonly obsolete: readonly string[];
  /** Neither outputs nor folders above any. */
  readonly staying: readonly string[];
}

/** A file being written by a build that did not live to rename it. */
const TEMPORARY_FILE = /(?:^|\/)\.utterson-[0-9a-f]+\.tmp$/;

/**
 * Removes obsolete files and folders.
 *
 * @throws SiteError for what cannot be removed, and, before anything is, for what stays and stands in the way
 */
export function cleanOutput(inputs: CleanInputs): Cleaned {
  const { config, existing, outputs, hooks, onChange } = inputs;
  const { destination } = config.directories;
  const folders = foldersAboveAll(outputs);
  const sorted = sort(inputs, folders);
  const absolute = sorted.obsolete.map((path) => join(destination, path));
  hooks.clean(absolute);
  const obsolete = absolute.map((path) => path.slice(destination.length + 1));
  const going = new Set(obsolete);
  refuseObstacles(inputs, folders, going);
  for (const path of absolute) {
    remove(path);
    onChange();
  }
  // Hooks may have kept some.
  const staying = [...sorted.staying, ...sorted.obsolete.filter((path) => !going.has(path))];
  return {
    removed: obsolete.filter((path) => existing.get(path) !== 'folder'),
    shared: new Set(staying.map((path) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)))),
  };
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    throw new SiteError({ ...messages.unremovableFile((error as Error).message, path), cause: error });
  }
}

/** Stops at a file where a folder must be, and at a folder where a file must be, that do not go. */
function refuseObstacles(
  { config, existing, outputs }: Standing,
  folders: ReadonlySet<string>,
  going: ReadonlySet<string>,
): void {
  if (existing.size === 0) return;
  const { destination } = config.directories;
  const refuse = (path: string, output: string): never => {
    throw new SiteError(messages.destinationOccupied(join(destination, path), join(destination, output)));
  };
  const isObstacle = (folder: string): boolean => {
    const kind = existing.get(folder);
    return kind !== undefined && kind !== 'folder' && !going.has(folder);
  };
  const hasObstacles = [...folders].some(isObstacle);
  for (const output of outputs) {
    if (existing.get(output) === 'folder' && !going.has(output)) refuse(output, output);
    if (!hasObstacles) continue;
    for (const folder of foldersAbove(output)) if (isObstacle(folder)) refuse(folder, output);
  }
}

/** Paths to remove, relative to the destination, folders before what is in them. */
export function findObsolete(inputs: Standing): readonly string[] {
  return sort(inputs, foldersAboveAll(inputs.outputs)).obsolete;
}

/** @param folders above all outputs */
function sort({ config, existing, outputs, manifest }: Standing, folders: ReadonlySet<string>): Sorted {
  const isKept = keptPaths(config.keepFiles);
  const foldersOfOurs = foldersAboveAll(manifest?.keys() ?? []);
  const isOurs = (path: string): boolean =>
    config.directories.removesForeign ||
    manifest?.has(path) === true ||
    foldersOfOurs.has(path) ||
    TEMPORARY_FILE.test(path);
  const obsolete: string[] = [];
  const staying: string[] = [];
  for (const [path, kind] of existing) {
    if (folders.has(path)) {
      if (kind !== 'folder' && isOurs(path)) obsolete.push(path);
    } else if (outputs.has(path)) {
      if (kind === 'folder') obsolete.push(path);
    } else if (!isKept(path) && isOurs(path)) obsolete.push(path);
    else staying.push(path);
  }
  if (config.directories.removesForeign) return { obsolete, staying };
  const inUse = foldersInUse(obsolete, existing);
  return {
    obsolete: obsolete.filter((path) => !inUse.has(path)),
    staying: [...staying, ...obsolete.filter((path) => inUse.has(path))],
  };
}

/** In our own shape a folder goes only when everything in it goes. */
function foldersInUse(
  obsolete: readonly string[],
  existing: ReadonlyMap<string, EntryKind>,
): ReadonlySet<string> {
  const going = new Set(obsolete);
  return foldersAboveAll([...existing.keys()].filter((path) => !going.has(path)));
}

/**
 * Whether a path is kept: `keep_files` are the beginnings of paths (`.git` also keeps `.github`), and the folders above them stay.
 */
export function keptPaths(keepFiles: readonly string[]): (path: string) => boolean {
  const above = new Set(keepFiles.flatMap((file) => foldersAbove(file.replace(/^\/+/, ''))));
  return (path) => above.has(path) || keepFiles.some((file) => path.startsWith(file));
}
