/** Which Jekyll a site was written for: what `utterson: {generation: …}` says, else GitHub Pages', else what its `Gemfile.lock` holds. */
import { siteLockedVersion } from '../gems/site-gemfile.js';
import { GENERATIONS, type Generation } from '../model/generation.js';
import type { RubyHash } from '../ruby/value.js';

/** A generation, and where it was found. */
export interface FoundGeneration {
  readonly generation: Generation;
  /** As a sentence's end, e.g. `Gemfile.lock says jekyll (3.9.5)`. */
  readonly reason: string;
}

/**
 * The generation of the site in a folder.
 *
 * @param given the settings of files and flags
 * @param pagesReason why it is a site of GitHub Pages, which builds with Jekyll 3; `null` for any other
 */
export function findGeneration(given: RubyHash, root: string, pagesReason: string | null): FoundGeneration {
  const section = given.get('utterson');
  const number = section instanceof Map ? section.get('generation') : undefined;
  if (number === 3 || number === 4) {
    return { generation: GENERATIONS[number], reason: `\`utterson: {generation: ${number}}\` says so` };
  }
  if (pagesReason !== null) return { generation: GENERATIONS[3], reason: pagesReason };
  const locked = siteLockedVersion(root, 'jekyll');
  if (locked === null) return { generation: GENERATIONS[4], reason: 'nothing asks for an older one' };
  const generation = GENERATIONS[locked.version.startsWith('3.') ? 3 : 4];
  return { generation, reason: `${locked.lock} says \`jekyll (${locked.version})\`` };
}
