/** What a `Gemfile.lock` holds fast. */
import type { Bundle } from '../model/bundle.js';

/** By the names of gems; see there. */
export type Lock = Pick<Bundle, 'versions' | 'revisions' | 'checksums'>;

export const NO_LOCK: Lock = { versions: {}, revisions: {}, checksums: {} };

/** Reads a lock, in all of its sections. */
export function readLock(text: string): Lock {
  const revisions: Record<string, string> = {};
  const checksums: Record<string, string> = {};
  let revision: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (/^\S/.test(line)) revision = null;
    revision = /^ {2}revision: (\S+)$/.exec(line)?.[1] ?? revision;
    const [, name] = /^ {4}(\S+) \(/.exec(line) ?? [];
    if (name !== undefined && revision !== null) revisions[name] = revision;
    const [, summed, version, sum] = /^ {2}(\S+) \(([^)]+)\) sha256=([\da-f]{64})$/.exec(line) ?? [];
    if (sum !== undefined) checksums[`${summed}-${version}`] = sum;
  }
  return { versions: lockedVersions(text), revisions, checksums };
}

/**
 * Name → version, of every gem in the lock's sections, without the platform that some are built for.
 *
 * @example lockedVersions('GEM\n  specs:\n    ffi (1.15.5-x86_64-linux)\n') // { ffi: '1.15.5' }
 */
export function lockedVersions(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/^ {4}(\S+) \(([^)\s-]+)[^)]*\)\r?$/gm)];
  return Object.fromEntries(found.map(([, name, version]) => [name!, version!]));
}
