/** Outputs that want the same place. */
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Output } from '../model/output.js';
import * as messages from '../report/messages.js';
import { originInMessages } from '../site/site-files.js';
import { foldersAbove } from './existing.js';

/**
 * Warns of each destination that several files share (Jekyll 4.4.1, `Commands::Doctor.conflicting_urls`). One that would have to be a file
 * and a folder at once is an error: Jekyll ends at it half-way through writing.
 */
export function reportConflicts(
  outputs: readonly Output[],
  destination: string,
  report: (diagnostic: Diagnostic) => void,
): void {
  const byPath = new Map<string, Output[]>();
  for (const output of outputs) {
    const rivals = byPath.get(output.path);
    if (rivals) rivals.push(output);
    else byPath.set(output.path, [output]);
  }
  for (const [path, rivals] of byPath) {
    if (rivals.length > 1) report(messages.destinationConflict(join(destination, path), namesOf(rivals)));
  }
  for (const [path, inside] of filesAsFolders(byPath)) {
    const files = namesOf(byPath.get(path)!);
    const others = inside.flatMap((below) =>
      namesOf(byPath.get(below)!).map((name) => `${name}, which goes to ${join(destination, below)}`),
    );
    report(messages.destinationFileAndFolder(join(destination, path), [...files, ...others]));
  }
}

function namesOf(outputs: readonly Output[]): readonly string[] {
  return outputs.map(({ file }) => originInMessages(file));
}

/** Files with other files below them, each with the paths of those. */
function filesAsFolders(byPath: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of byPath.keys()) {
    const file = foldersAbove(path).find((folder) => byPath.has(folder));
    if (file === undefined) continue;
    const inside = found.get(file);
    if (inside) inside.push(path);
    else found.set(file, [path]);
  }
  return found;
}
