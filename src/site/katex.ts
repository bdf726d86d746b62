import { createRequire } from 'node:module';
import { join } from 'node:path';

/** KaTeX, as far as the gems use it. */
export interface Katex {
  /** HTML for a formula; throws where it cannot be read and `throwOnError` asks for that. */
  renderToString(formula: string, options: Readonly<Record<string, unknown>>): string;
}

/**
 * The KaTeX that a site has: npm's `katex` in its `node_modules`, or a file.
 *
 * @param root absolute path of the site's folder
 * @param file absolute path of a `katex.min.js`, in the package's place
 * @returns `null` when the package is not there
 */
export function loadKatex(root: string, file?: string): Katex | null {
  const require = createRequire(join(root, '_config.yml'));
  const name = file ?? 'katex';
  try {
    require.resolve(name);
  } catch {
    return null;
  }
  return require(name) as Katex;
}
