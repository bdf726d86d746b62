import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asTheyAre, type Peer } from './peer.js';

/** This program, or another checkout of it that is compiled, as people start it. */
export function utterson(name: string, root: string): Peer {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    name,
    version,
    command: process.execPath,
    shapes: asTheyAre,
    args: (folder, output) => [
      ...['--require', join(process.cwd(), 'bench/tell-cost.cjs'), join(root, 'bin/utterson.js')],
      // Of a hundred thousand posts most have their date to come.
      ...['build', '--quiet', '--future', '--source', folder, '--destination', output],
    ],
  };
}
