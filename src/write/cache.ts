/** The folder of what builds keep for each other, which a site may have to do without. */
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { isTruthy } from '../ruby/value.js';

/**
 * The cache folder, made where it is missing. `null` with `disable_disk_cache`, and where it cannot be written to, in a source that is
 * mounted read-only for instance: the site is built all the same, and a warning says what is missing.
 */
export function openCache(
  { directories: { cache }, settings }: Config,
  report: (diagnostic: Diagnostic) => void,
): string | null {
  if (isTruthy(settings.get('disable_disk_cache') ?? null)) return null;
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    hideFromGit(cache);
    return cache;
  } catch (error) {
    report(messages.cacheUnwritable((error as Error).message, cache));
    return null;
  }
}

/** The cache is nobody's source (Jekyll 4.4.1, `Site#hide_cache_dir_from_git`). */
function hideFromGit(cache: string): void {
  const path = join(cache, '.gitignore');
  if (!existsSync(path)) writeFileSync(path, '# ignore everything in this directory\n*\n');
}
