import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** Copies the documentation with its generated pages, without what was built of it before, so that builds do not meet. @returns its folder */
export function docsCopy(folder: string): string {
  execFileSync(process.execPath, ['esbuild.config.js', '--run', 'scripts/docs/main.ts']);
  const copy = join(folder, 'docs');
  cpSync('docs', copy, {
    recursive: true,
    filter: (path) => !/^docs\/(?:dist|\.utterson-cache)$/.test(path),
  });
  return copy;
}
