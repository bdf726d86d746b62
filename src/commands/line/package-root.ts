import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: where its `package.json` and `scaffold/` are, whether we run bundled or from source. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('utterson must lie in a folder with its package.json');
    folder = parent;
  }
  return folder;
}

/** Our own version, e.g. `0.2.0`. */
export function packageVersion(): string {
  return manifestText('version');
}

/** Where the documentation stands. */
export function packageHomepage(): string {
  return manifestText('homepage');
}

function manifestText(key: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return String((manifest as Record<string, unknown>)[key]);
}
