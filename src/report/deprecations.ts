/**
 * What Sass will refuse one day, and works today: a theme has dozens of such places and nobody who builds a site can mend them, so they are
 * counted in one line. `--verbose` tells of each.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isWithin, slashed } from '../ruby/file-path.js';
import type { Reporter } from './logger.js';
import * as messages from './messages.js';

/** A reporter that holds deprecations back. */
export interface GatheredDeprecations {
  readonly reporter: Reporter;
  /** Tells of those that were held back, unless each has been told of before. */
  tell(): void;
}

/**
 * @param told what earlier builds told of; grows
 */
export function gatherDeprecations(to: Reporter, config: Config, told: Set<string>): GatheredDeprecations {
  if (config.verbose) return { reporter: to, tell: () => {} };
  const gathered: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostic.code === 'sass-deprecation') gathered.push(diagnostic);
    else to.report(diagnostic);
  };
  const tell = (): void => {
    const news = gathered.filter((diagnostic) => !told.has(keyOf(diagnostic)));
    for (const diagnostic of news) told.add(keyOf(diagnostic));
    if (news.length > 0) to.report(messages.sassDeprecations(countByOwner(gathered, config)));
  };
  return { reporter: { ...to, report }, tell };
}

function keyOf({ file, line, column, message }: Diagnostic): string {
  return [file, line, column, message].join('\0');
}

/** Each place once, however many style sheets import it; the site's own last. */
function countByOwner(diagnostics: readonly Diagnostic[], config: Config): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const places = new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
  for (const { file } of places.values()) {
    const owner = ownerOf(file, config);
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const own = counts.get(OWN);
  if (own !== undefined && counts.delete(OWN)) counts.set(OWN, own);
  return counts;
}

const OWN = 'the site’s own style sheets';

function ownerOf(file: string | undefined, { directories, theme, themeDescription }: Config): string {
  if (file === undefined) return OWN;
  const { root, source, theme: themeFolder } = directories;
  // A page of the theme's is named by its path in there.
  const bases = themeFolder === null ? [root, source] : [root, source, themeFolder];
  const candidates = bases.map((base) => slashed(resolve(base, file)));
  const path = candidates.find((candidate) => existsSync(candidate)) ?? candidates[0]!;
  const folder = themeDescription?.root ?? themeFolder;
  if (folder !== null && isWithin(folder, path)) return theme === null ? 'the theme' : `the theme ${theme}`;
  const npmPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  if (npmPackage !== undefined) return `the package ${npmPackage}`;
  return isWithin(root, path) ? OWN : 'gems of style sheets';
}
