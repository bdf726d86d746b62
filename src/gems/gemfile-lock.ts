/** The versions in a `Gemfile.lock`. */

/**
 * Name → version, of every gem in the lock's sections, without the platform that some are built for.
 *
 * @example lockedVersions('GEM\n  specs:\n    ffi (1.15.5-x86_64-linux)\n') // { ffi: '1.15.5' }
 */
export function lockedVersions(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/^ {4}(\S+) \(([^)\s-]+)[^)]*\)\r?$/gm)];
  return Object.fromEntries(found.map(([, name, version]) => [name!, version!]));
}
