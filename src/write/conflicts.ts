/** Outputs that want the same place. */
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Output } from '../model/output.js';
import * as messages from '../report/messages.js';
import { originInMessages } from '../site/site-files.js';
import { foldersAbove, foldersAboveAll } from './existing.js';

/**
 * Warns of each destination that several files share (Jekyll 4.4.1, `Commands::Doctor.conflicting_urls`). One that would have to be a file
 * and a folder at once is an error: Jekyll ends at it half-way through writing.
 */
export function reportConflicts(
  outputs: readonly Output[],
  destination: string,
  report: (diagnostic: Diagnostic) => void,
): void {
  const byPath = new Map<string, Output>();
  const shared = new Map<string, Output[]>();
  for (const output of outputs) {
    const { path } = output;
    const first = byPath.get(path);
    if (first === undefined) byPath.set(path, output);
    else if (shared.get(path)?.push(output) === undefined) shared.set(path, [first, output]);
  }
  const namesAt = (path: string): readonly string[] =>
    (shared.get(path) ?? [byPath.get(path)!]).map(({ file }) => originInMessages(file));
  for (const path of shared.size > 0 ? byPath.keys() : []) {
    if (shared.has(path)) report(messages.destinationConflict(join(destination, path), namesAt(path)));
  }
  for (const [path, inside] of filesAsFolders(byPath)) {
    const files = namesAt(path);
    const others = inside.flatMap((below) =>
      namesAt(below).map((name) => `${name}, which goes to ${join(destination, below)}`),
    );
    report(messages.destinationFileAndFolder(join(destination, path), [...files, ...others]));
  }
}

/** Files with other files below them, each with the paths of those. */
function filesAsFolders(byPath: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const files = new Set([...foldersAboveAll(byPath.keys())].filter((folder) => byPath.has(folder)));
  if (files.size === 0) return found;
  for (const path of byPath.keys()) {
    const file = foldersAbove(path).find((folder) => files.has(folder));
    if (file === undefined) continue;
    const inside = found.get(file);
    if (inside) inside.push(path);
    else found.set(file, [path]);
  }
  return found;
}
