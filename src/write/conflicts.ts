import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Output } from '../model/output.js';
import * as messages from '../report/messages.js';
import { pathInMessages } from '../site/site-files.js';

/** Warns of each destination that several files share (Jekyll 4.4.1, `Commands::Doctor.conflicting_urls`). */
export function reportConflicts(
  outputs: readonly Output[],
  destination: string,
  report: (diagnostic: Diagnostic) => void,
): void {
  const byPath = new Map<string, Output>();
  const shared = new Map<string, Output[]>();
  for (const output of outputs) {
    const first = byPath.get(output.path);
    if (first === undefined) byPath.set(output.path, output);
    else shared.set(output.path, [...(shared.get(output.path) ?? [first]), output]);
  }
  for (const [path, rivals] of shared) {
    const sources = rivals.map(({ file }) => pathInMessages(file));
    report(messages.destinationConflict(join(destination, path), sources));
  }
}
