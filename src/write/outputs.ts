import { type Output, wholeText } from '../model/output.js';
import type { Page, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { Turn } from '../model/turn.js';
import { writtenFiles } from '../site/site-files.js';

/** Everything that wants to be written, in Jekyll's order, those that lose their destination to another one included. */
export function listOutputs(
  site: Site,
  pages: readonly Page[],
  turns: ReadonlyMap<string, Turn>,
): readonly Output[] {
  const outputOf = (file: SiteFile): Output => {
    const path = file.outputPath;
    if (file.kind === 'static') return { kind: 'copy', path, file };
    const { output, encoding } = turns.get(file.id)!;
    if (typeof output === 'string' || output.file === null)
      return { kind: 'text', path, file, text: wholeText(output), encoding };
    const { hash, size, isInPlace } = output.file;
    return { kind: 'staged', path, file, staged: output, hash, size, isInPlace };
  };
  return [...site.publicFiles, ...writtenFiles(site, pages)].map(outputOf);
}

/** The output of each destination. */
export function winners(outputs: readonly Output[]): ReadonlyMap<string, Output> {
  return new Map(outputs.map((output) => [output.path, output]));
}
