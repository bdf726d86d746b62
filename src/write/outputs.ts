import type { Config } from '../model/config.js';
import { type Output, wholeText } from '../model/output.js';
import type { Page, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { Turn } from '../model/turn.js';
import { writtenFiles } from '../site/site-files.js';
import { keptPaths } from './clean.js';

/**
 * Everything that wants to be written, in Jekyll's order, those that lose their destination to another one included; not what has no
 * turn, where a build goes on past broken pages.
 */
export function listOutputs(
  site: Site,
  pages: readonly Page[],
  turns: ReadonlyMap<string, Turn>,
): readonly Output[] {
  const outputOf = (file: SiteFile): Output | null => {
    const path = file.outputPath;
    if (file.kind === 'static') return { kind: 'copy', path, file };
    const turn = turns.get(file.id);
    if (turn === undefined) return null;
    const { output, encoding } = turn;
    if (typeof output === 'string' || output.file === null)
      return { kind: 'text', path, file, text: wholeText(output), encoding };
    const { hash, size, isInPlace } = output.file;
    return { kind: 'staged', path, file, staged: output, hash, size, isInPlace };
  };
  const outputs: Output[] = [];
  for (const files of [site.publicFiles, writtenFiles(site, pages)]) {
    for (const file of files) {
      const output = outputOf(file);
      if (output !== null) outputs.push(output);
    }
  }
  return outputs;
}

/** Of the outputs of earlier passes those that a pass over its folder leaves there: what it does not write itself goes, unless it is to be kept. */
export function survivors(
  earlier: readonly Output[],
  own: readonly Output[],
  { pass, keepFiles }: Config,
): readonly Output[] {
  if (earlier.length === 0) return earlier;
  const written = new Set(own.map(({ path }) => path));
  const isKept = keptPaths(keepFiles);
  const folder = pass === null || pass.folder === '' ? '' : `${pass.folder}/`;
  return earlier.filter(({ path }) => {
    if (written.has(path)) return false;
    return !path.startsWith(folder) || isKept(path.slice(folder.length));
  });
}

/** The output of each destination. */
export function winners(outputs: readonly Output[]): ReadonlyMap<string, Output> {
  return new Map(outputs.map((output) => [output.path, output]));
}
