import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../cost.js';
import type { Kind, Peer } from '../peers/peer.js';
import { utterson } from '../peers/utterson.js';
import type { Case, Contender } from './case.js';

/** Builds a site from nothing: each run is a process of its own that finds no output and no cache. */
export function siteCase(name: string, title: string, kind: Kind, write: (folder: string) => void): Case {
  return {
    name,
    title,
    unit: 's',
    prepare(folder, { checkouts, peers, hasCopy }) {
      const site = join(folder, 'site');
      write(site);
      const ours = Object.entries(checkouts).map(([column, root]) => utterson(column, root));
      const builders = [...ours, ...peers].flatMap((peer) => {
        const shape = peer.shapes[kind];
        if (shape === undefined) return [];
        const own = join(folder, peer.name, 'site');
        shape?.(site, own);
        return [builderOf(peer, shape === null ? site : own, outputOf(folder, peer.name))];
      });
      const copies = hasCopy ? [copyOf(outputOf(folder, ours[0]!.name), join(folder, 'copy'))] : [];
      // The copy needs an output.
      return [builders[0]!, ...copies, ...builders.slice(1)];
    },
  };
}

function outputOf(folder: string, name: string): string {
  return join(folder, name, 'out');
}

function builderOf(peer: Peer, site: string, output: string): Contender {
  return {
    name: peer.name,
    run() {
      remove(output);
      // Of Jekyll and of ours, of Sass, and of Hugo.
      for (const cache of ['.jekyll-cache', '.sass-cache', 'resources']) remove(join(site, cache));
      return runCommand(peer.command, peer.args(site, output));
    },
  };
}

/** The floor: what writing the same files costs that are there already. */
function copyOf(output: string, to: string): Contender {
  return {
    name: 'copy',
    run() {
      remove(to);
      return runCommand('cp', ['-r', output, to]);
    },
  };
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
