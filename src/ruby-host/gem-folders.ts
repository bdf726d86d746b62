/** Folders that hold installed gems, whose Ruby code plugins may ask for. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../model/config.js';

/** Those of the site's bundle, and what `GEM_PATH` names; absolute. */
export function gemFolders({ directories, variables }: Config): string[] {
  const bundle = join(directories.root, 'vendor/bundle/ruby');
  const versions = existsSync(bundle) ? readdirSync(bundle).sort().reverse() : [];
  const homes = [
    ...versions.map((version) => join(bundle, version)),
    ...(variables['GEM_PATH'] ?? '').split(':'),
  ];
  return homes
    .filter((home) => home !== '')
    .map((home) => join(home, 'gems'))
    .filter((folder) => existsSync(folder));
}
