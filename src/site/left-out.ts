/** What is left out of a site, once it is known what becomes of its files. */
import type { LeftOut } from '../model/left-out.js';
import type { Page, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import { originInMessages, writtenFiles } from './site-files.js';

/**
 * What reading left out and no plugin took up, and what lost its destination to another file.
 *
 * @param pages those that came up while rendering included
 */
export function leftOutOf(site: Site, pages: readonly Page[]): readonly LeftOut[] {
  const taken = new Set(pages.map(({ source }) => source?.path));
  const left = site.leftOut.filter(({ reason, path }) => reason !== 'no-front-matter' || !taken.has(path));
  return [...left, ...lostConflicts(site, pages)];
}

/** What all passes over a site leave out. */
export function leftOutOfAll(passes: readonly (readonly LeftOut[])[]): readonly LeftOut[] {
  const [first = [], ...others] = passes;
  const keyOf = ({ path, reason }: LeftOut): string => `${reason} ${path}`;
  const known = others.map((pass) => new Set(pass.map(keyOf)));
  return first.filter((one) => known.every((keys) => keys.has(keyOf(one))));
}

/** Of several files with one destination the last is written, and one of `public` only where there is no other. */
function lostConflicts(site: Site, pages: readonly Page[]): readonly LeftOut[] {
  const winners = new Map<string, SiteFile>();
  const losers: SiteFile[] = [];
  for (const file of [...site.publicFiles, ...writtenFiles(site, pages)]) {
    const before = winners.get(file.outputPath);
    if (before !== undefined) losers.push(before);
    winners.set(file.outputPath, file);
  }
  return losers.map((file) => ({
    path: file.source?.path ?? file.path,
    reason: 'conflict',
    detail: originInMessages(winners.get(file.outputPath)!),
    ...(file.kind !== 'static' && { file }),
  }));
}
