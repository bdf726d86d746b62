import { spawnSync } from 'node:child_process';
import { eleventy } from './eleventy.js';
import { hugo } from './hugo.js';
import { jekyll } from './jekyll.js';
import type { Peer } from './peer.js';
import { zola } from './zola.js';

/** Those that say their version here. */
export function findPeers(): Peer[] {
  return [jekyll, hugo, eleventy, zola].flatMap((program) => {
    const version = versionOf(program.command);
    return version === null ? [] : [{ ...program, version }];
  });
}

function versionOf(command: string): string | null {
  for (const argument of ['--version', 'version']) {
    const { status, stdout } = spawnSync(command, [argument], { encoding: 'utf8' });
    if (status === 0) return /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim();
  }
  return null;
}
