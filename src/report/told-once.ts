import type { Diagnostic } from '../model/diagnostic.js';
import type { Reporter } from './logger.js';

/** Lines of Jekyll's that stay true from build to build: posts of another day, which a summary counts, and no network. */
const ONCE = new Set(['future-post-skipped', 'github-metadata-offline']);

/**
 * A reporter that tells of some harmless things in the first of many builds alone.
 *
 * @param told what earlier builds told of; grows
 */
export function tellingOnce(to: Reporter, told: Set<string>): Reporter {
  const report = (diagnostic: Diagnostic): void => {
    if (ONCE.has(diagnostic.code)) {
      const key = `${diagnostic.code}\0${diagnostic.message}`;
      if (told.has(key)) return;
      told.add(key);
    }
    to.report(diagnostic);
  };
  return { ...to, report };
}
