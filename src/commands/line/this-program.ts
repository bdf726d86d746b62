import { GLOBAL_FLAGS } from './flags.js';
import type { Program } from './help-text.js';
import { packageHomepage, packageVersion } from './package-root.js';

/** What help texts say of this copy. */
export function thisProgram(): Program {
  return { globals: GLOBAL_FLAGS, version: packageVersion(), homepage: packageHomepage() };
}
