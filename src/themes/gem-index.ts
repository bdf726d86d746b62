/** What a gem server has of a gem: the compact index, which Bundler asks, too (`GET /info/NAME`). */
import { compareGemVersions } from '../gems/gem-version.js';
import { isWanted } from './installed-gems.js';
import type { GemWish } from './wish.js';

/** A version of a gem that runs on every platform. */
export interface IndexedGem {
  /** E.g. `2.5.1`. */
  readonly version: string;
  /** SHA-256 of its file, in hex; `null` where the server says none. */
  readonly checksum: string | null;
}

/**
 * Reads an index: below `---` a line for each version, of which those for one platform alone are left out.
 *
 * @example readGemIndex('---\n2.5.1 jekyll:>= 3.5|checksum:52ab…,ruby:>= 2.4\n') // [{ version: '2.5.1', checksum: '52ab…' }]
 */
export function readGemIndex(text: string): IndexedGem[] {
  const [, body = ''] = text.split(/^---$/m);
  return body.split('\n').flatMap((line) => {
    const [, version] = /^(\d[\w.]*) /.exec(line) ?? [];
    if (version === undefined) return [];
    const fields = line.slice(line.indexOf('|') + 1);
    return [{ version, checksum: /(?:^|,)checksum:([\da-f]{64})(?:,|$)/.exec(fields)?.[1] ?? null }];
  });
}

/** The newest version that will do; `null` for none. */
export function chooseVersion(indexed: readonly IndexedGem[], wish: GemWish): IndexedGem | null {
  return inOrder(indexed.filter(({ version }) => isWanted(version, wish))).at(-1) ?? null;
}

/** For a version that is gone the next one there is, else the last before it; `null` when there are none at all. */
export function nearestVersion(indexed: readonly IndexedGem[], version: string): string | null {
  const ordered = inOrder(indexed);
  const next = ordered.find((one) => compareGemVersions(one.version, version) > 0);
  return (next ?? ordered.at(-1))?.version ?? null;
}

function inOrder(indexed: readonly IndexedGem[]): IndexedGem[] {
  return [...indexed].sort((a, b) => compareGemVersions(a.version, b.version));
}
